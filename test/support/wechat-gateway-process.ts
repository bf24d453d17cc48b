// A real gateway of Wechaty (gRPC, TLS and token) with wechaty-puppet-mock behind it; what happens on the telephone is told over IPC.
import { log } from 'wechaty';
import { mock, PuppetMock } from 'wechaty-puppet-mock';
import { PuppetServer } from 'wechaty-puppet-service';

/** Contacts of the mock listen, though their types do not say so. */
interface Listening {
  on: (event: 'message', listener: (message: { talker: () => { id: string }; text: () => string }) => void) => void;
}

log.level('silent');
const [port, token = ''] = process.argv.slice(2);
const mocker = new mock.Mocker();
const puppet = new PuppetMock({ mocker });
const server = new PuppetServer({ endpoint: `127.0.0.1:${port}`, puppet: puppet as never, token });
const people = { bot: '小店客服', wxid_li: '李', wxid_mei: '王小姐' };
const contacts = Object.fromEntries(
  Object.entries(people).map(([id, name]) => [id, mocker.createContact({ id, name, alias: '', type: 1 } as never)]),
);
for (const [id, contact] of Object.entries(contacts))
  (contact as unknown as Listening).on('message', (message) => {
    if (message.talker().id === 'bot' && id !== 'bot') process.send?.({ to: id, text: message.text() });
  });

// A telephone logs in again by itself.
puppet.on('start', () => void setTimeout(() => puppet.isLoggedIn || puppet.login('bot'), 50));
await server.start();
process.on('message', ({ from, text }: { from: string; text: string }) => contacts[from]?.say(text).to(contacts['bot']));
process.send?.({ up: true });
