import { useState } from 'preact/hooks';
import type { ChatWords } from './words.ts';

/** Characters of a message at most, as the bot takes them. */
const MOST = 2_000;

/** Where a message is written: Enter sends, Shift and Enter begin a line, and an input method has its Enter for itself. */
export const Composer = ({
  label,
  words,
  send,
  disabled = false,
}: {
  label: string;
  words: ChatWords;
  send: (text: string) => void;
  disabled?: boolean;
}) => {
  const [text, setText] = useState('');
  const submit = () => {
    const said = text.trim();
    if (said === '' || disabled) return;
    setText('');
    send(said);
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <textarea
        aria-label={label}
        placeholder={label}
        rows={1}
        maxLength={MOST}
        disabled={disabled}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
          event.preventDefault();
          submit();
        }}
      />
      <button type="submit" class="send" disabled={disabled}>
        {words.send}
      </button>
      {text.length >= MOST && (
        <p class="sub" role="status">
          {words.tooLong(MOST)}
        </p>
      )}
    </form>
  );
};
