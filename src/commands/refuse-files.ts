import { UserError } from '../errors.ts';
import type { Context } from './command.ts';

/** Files are those of the bot's own machine: only its operator reads and writes them. @throws UserError `files_in_chat` */
export const refuseFiles = ({ room }: Pick<Context, 'room'>): void => {
  if (room) throw new UserError('files_in_chat');
};
