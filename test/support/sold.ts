import type { Product } from '../../src/domain/product.ts';
import type { InForce } from '../../src/in-force.ts';
import { productOf, productSchema } from '../../src/tagging/product-schema.ts';
import { shippedInForce } from './in-force.ts';

/** A product as a library file describes it. */
export const aProduct = (form: object): Product => productOf(productSchema.parse(form));

export const A = aProduct({ id: 'a', name: 'A产品', aliases: ['A款', 'Alpha'], models: ['X1', 'X2'], urls: ['*/a-product*'] });
export const B = aProduct({ id: 'b', name: 'B产品', urls: ['shop.example.com/b'] });

/** The shipped library and packs with a catalogue. */
export const selling = async (products: readonly Product[], yaml = ''): Promise<InForce> => {
  const inForce = await shippedInForce(yaml);
  inForce.replace({ library: { ...inForce.library(), products: [...products] } });
  return inForce;
};
