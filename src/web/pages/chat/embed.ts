// The line that a site has: <script src="https://the-bot/chat.js" async></script>. It puts a button at the foot of the page, and our
// page in a frame behind it. Nothing of the site is read, and the page in the frame knows nothing of it.

const WORDS = {
  zh: { open: '在线客服', close: '关闭客服窗口' },
  en: { open: 'Chat with us', close: 'Close the chat' },
};

const style = (element: HTMLElement, css: Record<string, string>): void => {
  for (const [name, value] of Object.entries(css)) element.style.setProperty(name, value);
};

const begin = (script: HTMLScriptElement): void => {
  const asked = script.dataset['lang'] ?? navigator.language;
  const lang = asked.startsWith('zh') ? 'zh' : 'en';
  const words = WORDS[lang];
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.open;
  button.setAttribute('aria-expanded', 'false');
  const corner = { position: 'fixed', right: '16px', 'z-index': '2147483000' };
  style(button, {
    ...corner,
    bottom: '16px',
    border: '0',
    'border-radius': '24px',
    padding: '0 20px',
    'min-height': '48px',
    font: '500 16px/1 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif',
    background: '#0a58ca',
    color: '#fff',
    cursor: 'pointer',
    'box-shadow': '0 4px 16px rgba(0, 0, 0, 0.25)',
  });
  let frame: HTMLIFrameElement | null = null;

  const make = (): HTMLIFrameElement => {
    const made = document.createElement('iframe');
    made.src = new URL(`/chat?lang=${lang}`, script.src).href;
    made.title = words.open;
    style(made, {
      ...corner,
      bottom: '76px',
      width: 'min(380px, calc(100vw - 32px))',
      height: 'min(560px, calc(100vh - 96px))',
      border: '0',
      'border-radius': '12px',
      'box-shadow': '0 8px 32px rgba(0, 0, 0, 0.3)',
      background: 'Canvas',
    });
    document.body.append(made);
    return made;
  };
  const show = (open: boolean): void => {
    frame ??= make();
    style(frame, { display: open ? 'block' : 'none' });
    button.textContent = open ? words.close : words.open;
    button.setAttribute('aria-expanded', String(open));
    if (open) frame.focus();
  };
  button.addEventListener('click', () => show(button.getAttribute('aria-expanded') !== 'true'));
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || button.getAttribute('aria-expanded') !== 'true') return;
    show(false);
    button.focus();
  });
  document.body.append(button);
};

const own = document.currentScript;
if (own instanceof HTMLScriptElement) {
  if (document.body) begin(own);
  else document.addEventListener('DOMContentLoaded', () => begin(own));
}
