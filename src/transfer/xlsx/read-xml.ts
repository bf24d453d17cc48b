import type { Readable } from 'node:stream';
import sax from 'sax';

/** What stands in an XML file, in its order. Prefixes of names are left out: workbooks differ in them only. */
export interface XmlHandlers {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/** No XML, cut off, or built to fill the memory. */
export class BrokenXml extends Error {}

/** Of elements within each other, and of attributes that one has: workbooks have a dozen. */
const DEEPEST = 100;
const MOST_ATTRIBUTES = 1000;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads an XML file piece by piece; gives a turn after each, so that whoever gathers rows can pass them on. Entities of its own are not
 * expanded.
 * @throws BrokenXml
 */
export async function* readXml(stream: Readable, handlers: XmlHandlers): AsyncGenerator<undefined> {
  const parser = sax.parser(true, { position: false });
  const { open, text, close } = handlers;
  parser.position = 0;
  let depth = 0;
  let attributesOf = 0;
  parser.onattribute = () => {
    attributesOf += 1;
    if (attributesOf > MOST_ATTRIBUTES) throw new BrokenXml('too many attributes');
  };
  parser.onopentag = ({ name, attributes }) => {
    depth += 1;
    attributesOf = 0;
    if (depth > DEEPEST) throw new BrokenXml('elements too deep');
    open?.(local(name), attributes);
  };
  parser.onclosetag = (name) => {
    depth -= 1;
    close?.(local(name));
  };
  if (text) {
    parser.ontext = text;
    parser.oncdata = text;
  }
  parser.onerror = (error) => {
    throw new BrokenXml(error.message);
  };
  const decoder = new TextDecoder();
  for await (const bytes of stream) {
    // The parser bounds what it holds only where it is told to look: a text goes on in pieces, any other name or value so long is an error.
    parser.bufferCheckPosition = 0;
    parser.write(decoder.decode(bytes as Buffer, { stream: true }));
    yield undefined;
  }
  parser.write(decoder.decode()).close();
  yield undefined;
}

/** Reads a whole XML file. */
export const readAllXml = async (stream: Readable, handlers: XmlHandlers): Promise<void> => {
  for await (const _ of readXml(stream, handlers));
};
