import type { TagwiseError } from '../errors.ts';

/** Errors whose status their class and name do not tell. */
const STATUS: Readonly<Record<string, number>> = {
  not_signed_in: 401,
  token_refused: 401,
  scope_missing: 403,
  programs_only: 403,
  people_only: 403,
  other_origin: 403,
  tag_restricted: 403,
  viewer_changes_nothing: 403,
  digest_refused: 403,
  tasks_not_seen: 403,
  rules_managers_only: 403,
  library_managers_only: 403,
  no_such_route: 404,
  segment_unknown_saved: 404,
  task_gone: 409,
  stage_backward: 409,
  undo_overtaken: 409,
  nothing_to_undo: 409,
  too_busy: 409,
  key_under_way: 409,
  wecom_not_begun: 403,
  wecom_nobody: 403,
  wecom_not_yours: 403,
  wecom_other_page: 403,
  wecom_unknown_customer: 404,
  customer_merged: 410,
  link_over: 410,
  body_too_large: 413,
  other_host: 421,
  too_many_tries: 429,
  too_many_streams: 429,
  unexpected_error: 500,
  chat_unreadable: 400,
  chat_unknown_visitor: 403,
  chat_not_of_the_sample: 403,
  chat_not_yours: 403,
  demo_closed: 403,
  chat_no_talk: 404,
  chat_too_many: 429,
  chat_full: 429,
  chat_closed: 503,
  database_away: 503,
  wecom_away: 503,
  wecom_no_address: 503,
  took_too_long: 503,
  body_not_json: 400,
  body_too_deep: 400,
  bad_request: 400,
  request_refused: 400,
  bad_key: 400,
};

/** What an address or a body means by an id of its own. */
const NAMED = ['unknown_customer', 'unknown_task', 'unknown_rule', 'unknown_rule_near'];

/**
 * The HTTP status of an error: 404 for what is not there, 409 for what several are, 400 for a wrong request, 422 for what cannot be done, a word in a
 * body that means nothing among it.
 */
export const statusOf = ({ code, exit }: TagwiseError, method = 'GET'): number => {
  const own = STATUS[code];
  if (own !== undefined) return own;
  if (exit === 3) return 503;
  if (exit === 2) return 400;
  if (code.startsWith('unknown_')) return method === 'GET' || NAMED.includes(code) ? 404 : 422;
  return code.startsWith('ambiguous_') ? 409 : 422;
};
