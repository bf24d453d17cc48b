export type Heard =
  | { kind: 'as'; role: 'customer' | 'agent'; name: string }
  | { kind: 'command'; words: string }
  | { kind: 'message'; text: string }
  | { kind: 'quit' }
  | { kind: 'nothing' };

/** What a line typed in the console means. `bareCommand`: it is a command although it has no slash. */
export const readConsoleLine = (line: string, bareCommand: boolean): Heard => {
  const text = line.trim();
  if (text === '') return { kind: 'nothing' };
  if (text === '/quit' || text === '/exit') return { kind: 'quit' };
  const as = /^\/as\s+(.+)$/i.exec(text);
  if (as?.[1]) {
    const agent = /^(?:agent|客服|坐席)(?:\s+(.*))?$/i.exec(as[1]);
    return agent ? { kind: 'as', role: 'agent', name: agent[1] ?? '' } : { kind: 'as', role: 'customer', name: as[1] };
  }
  if (text.startsWith('/')) return { kind: 'command', words: text.slice(1) };
  return bareCommand ? { kind: 'command', words: text } : { kind: 'message', text };
};
