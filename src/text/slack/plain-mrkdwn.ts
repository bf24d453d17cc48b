/** Text of strangers as Slack shows it letter by letter: no mention, link or emphasis comes of it (Slack: escaping text). */
export const plainMrkdwn = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[*_~`]/g, '$&\u200b');
