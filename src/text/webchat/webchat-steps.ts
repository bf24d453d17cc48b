import type { Both } from '../lang.ts';

/** How the web chat is opened, step by step, for whoever asks what is missing (`doctor`). */
export const webchatSteps: Record<keyof Both, readonly string[]> = {
  zh: [
    '在 tagwise.yaml 里写 channels: { webchat: { origins: [https://你的网站] } }；不放进别的网站就不写 origins。',
    'npm start 之后，访客打开 /chat；网站里放一行 <script src="https://机器人的地址/chat.js" async></script>。详见 docs/webchat.md。',
  ],
  en: [
    'write channels: { webchat: { origins: [https://your-site] } } in tagwise.yaml; without origins it stands on no other site',
    'after npm start visitors open /chat; a site has the line <script src="https://the-bot/chat.js" async></script>; more in docs/webchat.md',
  ],
};
