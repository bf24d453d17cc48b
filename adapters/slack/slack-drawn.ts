/** An answer as Slack takes it: Block Kit blocks, and the text that notifications and screen readers say. */
export interface SlackDrawn {
  text: string;
  blocks: readonly object[];
}
