import { isIP } from 'node:net';
import { SurroundingsError } from '../errors.ts';

/** Where the pages are served, as the environment says. */
export interface Site {
  host: string;
  /** Whether other machines reach it. */
  open: boolean;
  /** The address that people use, where a proxy stands before it or it has a name. */
  url: URL | null;
}

export const LOOPBACK = '127.0.0.1';
const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

const readUrl = (text: string): URL => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '' || url.username !== '')
    throw new SurroundingsError('bad_url', { url: text });
  return url;
};

/** @throws SurroundingsError `bad_host`, `bad_url` */
export const readSite = (host: string | undefined, url: string | undefined): Site => {
  const on = host === undefined || host === '' ? LOOPBACK : host;
  if (on !== 'localhost' && isIP(on) === 0) throw new SurroundingsError('bad_host', { host: on });
  const open = on !== 'localhost' && on !== '::1' && !/^127\./.test(on);
  return { host: on, open, url: url === undefined || url === '' ? null : readUrl(url) };
};

const hostOnly = (header: string): string => header.toLowerCase().replace(/:\d{1,5}$/, '');

/**
 * Whether a request's Host is one of ours. A name that was made to point here (DNS rebinding) is not: open to others, only addresses
 * in figures and the name of `TAGWISE_URL` are.
 */
export const isOurHost = ({ open, url }: Site, header: string | undefined): boolean => {
  if (header === undefined) return false;
  if (url !== null && header.toLowerCase() === url.host) return true;
  const host = hostOnly(header);
  return LOOPBACK_NAMES.includes(host) || (open && isIP(host.replace(/^\[|\]$/g, '')) !== 0);
};

/** Whether a page of ours sent this: its origin is the host that was asked, or the name of `TAGWISE_URL`. */
export const isOurOrigin = ({ url }: Site, host: string, origin: string): boolean =>
  origin === url?.origin ||
  origin.toLowerCase() === `http://${host.toLowerCase()}` ||
  origin.toLowerCase() === `https://${host.toLowerCase()}`;
