import { z } from 'zod';
import { words } from '../forms/named.ts';

/** Every query may say in which language to answer, in place of what the person or the browser prefers. */
const lang = z.enum(['zh', 'en']).optional();

/** The parameters of a query; one that nobody knows was mistyped. */
export const query = <S extends z.ZodRawShape>(shape: S) => z.strictObject({ ...shape, lang });

export const noQuery = query({});
export const noParams = z.strictObject({});

const ID = 2048;
/** A customer's own id, never a name. */
export const customerParams = z.strictObject({ id: words(ID) });
export const idWords = words(ID);

export const limit = (most: number) => z.coerce.number().int().min(1).max(most).optional();
export const yesNo = z.enum(['true', 'false']).transform((text) => text === 'true');
export const cursor = words(4000).optional();
