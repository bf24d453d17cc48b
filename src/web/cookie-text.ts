import type { Site } from './site.ts';

/** A cookie that no script reads and no other site sends along but by a link. @param seconds how long it lasts; 0 ends it */
export const cookieText = (site: Pick<Site, 'url'>, name: string, value: string, seconds: number): string =>
  [
    `${name}=${value}`,
    ...['Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${seconds}`],
    ...(site.url?.protocol === 'https:' ? ['Secure'] : []),
  ].join('; ');
