import type { Player } from './player.ts';
import type { Words } from './words.ts';

/** Whom to play: somebody new, a customer of the sample; or a visitor of the web chat, to look at. */
export const PlayerPicker = ({
  players,
  player,
  words,
  choose,
  again,
}: {
  players: readonly Player[];
  player: Player;
  words: Words;
  choose: (player: Player) => void;
  again: () => void;
}) => {
  const groups: [string, Player[]][] = [
    [words.newcomers, players.filter(({ visitor }) => visitor !== null)],
    [words.sample, players.filter(({ visitor, mine }) => visitor === null && mine)],
    [words.visitors, players.filter(({ mine }) => !mine)],
  ];
  return (
    <div class="picker row">
      <label>
        <span class="sub">{words.play}</span>
        <select
          value={player.key}
          onChange={({ currentTarget: { value } }) => {
            const chosen = players.find(({ key }) => key === value);
            if (chosen) choose(chosen);
          }}
        >
          {groups.map(
            ([label, list]) =>
              list.length > 0 && (
                <optgroup key={label} label={label}>
                  {list.map(({ key, name }) => (
                    <option key={key} value={key}>
                      {name}
                    </option>
                  ))}
                </optgroup>
              ),
          )}
        </select>
      </label>
      <button type="button" onClick={again}>
        {words.again}
      </button>
    </div>
  );
};
