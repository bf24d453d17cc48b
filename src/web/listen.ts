import type { FastifyInstance } from 'fastify';
import { SurroundingsError } from '../errors.ts';

/** Tried first, so that the address is the same tomorrow; when it is taken, any free one. */
const USUAL_PORT = 7460;

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null);

/** Taken by another program, or kept for the system's own. */
const cannotBeHad = (error: unknown): boolean => ['EADDRINUSE', 'EACCES'].some((code) => code === codeOf(error));

const portOf = (text: string): number => {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new SurroundingsError('bad_port', { port: text });
  return Number(text);
};

const asked = (port: string | undefined): number | null => (port === undefined || port === '' ? null : portOf(port));

/**
 * Opens a server and gives the port that it got.
 * @param port asked for by the operator; without it the usual one, else any free one.
 * @throws SurroundingsError when the port that was asked for is none or is taken, or the host is none of this machine's.
 */
export const listen = async (server: FastifyInstance, host: string, port: string | undefined): Promise<number> => {
  const wanted = asked(port);
  const on = async (number: number) => {
    await server.listen({ host, port: number });
    const address = server.server.address();
    return address === null || typeof address === 'string' ? number : address.port;
  };
  try {
    return await on(wanted ?? USUAL_PORT);
  } catch (error) {
    if (codeOf(error) === 'EADDRNOTAVAIL') throw new SurroundingsError('bad_host', { host });
    if (!cannotBeHad(error)) throw error;
    if (wanted !== null) throw new SurroundingsError('port_taken', { port: wanted });
    return on(0);
  }
};
