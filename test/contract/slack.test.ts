import { eventOf } from '../support/fake-slack.ts';
import { openSlack, readAnswer, stamp } from '../support/open-slack.ts';
import { describeContract, type Played } from './contract.ts';

const play = (mode: 'http' | 'socket') => async (): Promise<Played> => {
  const slack = await openSlack(mode);
  const { app, fake } = slack;
  const acknowledged = new Map<string, boolean>();
  const deliver = async (event: Record<string, unknown>, id: string) => {
    acknowledged.set(id, await slack.deliver(event));
    await slack.settle();
    return { id, payload: event };
  };
  const tsOf = (payload: unknown) => (payload as { event: { ts: string } }).event.ts;
  const change = (subtype: string, more: object) => deliver(eventOf({ subtype, ts: stamp(Date.now()), ...more }), subtype);
  return {
    ...{ app, channel: slack.slack, mei: 'UMEI', li: 'ULI', staffRoom: 'CSTAFF', troubles: slack.troubles },
    says: (user, text, { at = Date.now() } = {}) => {
      const ts = stamp(at);
      return deliver(eventOf({ user, text, ts }), ts);
    },
    acknowledged: ({ id }) => acknowledged.get(id) ?? false,
    redeliver: ({ id, payload }) => deliver(payload as Record<string, unknown>, id),
    edit: async ({ payload }, text) => {
      const message = { type: 'message', user: 'UMEI', ts: tsOf(payload) };
      await change('message_changed', { message: { ...message, text }, previous_message: { ...message, text: 'before' } });
    },
    recall: async ({ payload }) => {
      const ts = tsOf(payload);
      await change('message_deleted', { deleted_ts: ts, previous_message: { type: 'message', user: 'UMEI', ts } });
    },
    asks: async (user, words) => {
      // A slash command has a Latin name; in a direct chat the Chinese words are enough.
      if (user === 'UMEI') return (await slack.command(user, `/tag ${words.split(' ').slice(1).join(' ')}`)).text;
      return (await slack.talks(user, words)).text;
    },
    saidInPublic: () =>
      fake.callsOf('chat.postMessage').flatMap((call) => (call['channel'] === 'C1' ? [String(call['text'])] : [])),
    toldTo: (place) =>
      fake
        .callsOf('chat.postMessage')
        .filter(({ channel }) => channel === place || channel === `D${place}`)
        .map((call) => readAnswer(call).text),
    tell: (to, text) => slack.slack.tell(to, { text, blocks: [] }),
    breakDatabase: async (is) => slack.breakDatabase(is),
    breakSending: (is) => (is ? fake.fail('chat.postMessage', { status: 429, headers: { 'retry-after': '7' } }) : fake.mend()),
  };
};

describeContract('Slack by HTTP', play('http'));
describeContract('Slack by Socket Mode', play('socket'));
