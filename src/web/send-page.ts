import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const STYLES = /<style>([\s\S]*?)<\/style>/g;

/** What a page may do: send a form to us; run scripts of ours, which ask us; show pages of ours in frames. */
export interface Allowed {
  forms?: boolean;
  scripts?: boolean;
  frames?: boolean;
  /** The origins whose pages may show it in a frame; none: nobody's. */
  framedBy?: readonly string[];
}

/** A policy under which a page may do nothing but what stands in it: its own styles, by their hash, and no script. */
export const pagePolicy = (
  html: string,
  { forms = false, scripts = false, frames = false, framedBy = [] }: Allowed = {},
): string => {
  const styles = [...html.matchAll(STYLES)].map(([, style = '']) => hashOf(style));
  return [
    "default-src 'none'",
    `style-src ${styles.length === 0 ? "'none'" : styles.join(' ')}`,
    ...(scripts ? ["script-src 'self'", "connect-src 'self'", "img-src 'self' data:"] : []),
    ...(frames ? ["frame-src 'self'"] : []),
    "base-uri 'none'",
    `form-action ${forms ? "'self'" : "'none'"}`,
    `frame-ancestors ${framedBy.length === 0 ? "'none'" : framedBy.join(' ')}`,
  ].join('; ');
};

/** Sends a page. @param forms whether it may send a form to us. */
export const sendPage = (reply: FastifyReply, html: string, options: Allowed & { status?: number } = {}): FastifyReply =>
  reply
    .code(options.status ?? 200)
    .header('content-security-policy', pagePolicy(html, options))
    .type('text/html; charset=utf-8')
    .send(html);
