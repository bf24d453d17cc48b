import type { Site } from './site.ts';

/** How far a cookie goes: to our own pages, or also where our page stands in a frame of another site. */
export interface CookieReach {
  secure: boolean;
  framed: boolean;
}

/** A cookie that no script reads. In frames of other sites it counts on that site alone (CHIPS), and only by TLS; browsers take none else. */
export const cookieText = ({ secure, framed }: CookieReach, name: string, value: string, seconds: number): string =>
  [
    `${name}=${value}`,
    ...['Path=/', 'HttpOnly', `SameSite=${secure && framed ? 'None' : 'Lax'}`, `Max-Age=${seconds}`],
    ...(secure ? ['Secure'] : []),
    ...(secure && framed ? ['Partitioned'] : []),
  ].join('; ');

export const isSecure = ({ url }: Site): boolean => url?.protocol === 'https:';

/** The reach of a visitor's cookie. */
export const guestCookie = (site: Site, framed: boolean): CookieReach => ({ secure: isSecure(site), framed });
