import type { Readable } from 'node:stream';
import sax from 'sax';

/** What stands in an XML file, in its order. Prefixes of names are left out: workbooks differ in them only. */
export interface XmlHandlers {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/** No XML, or cut off. */
export class BrokenXml extends Error {}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads an XML file piece by piece; gives a turn after each, so that whoever gathers rows can pass them on. Entities of its own are not expanded. */
export async function* readXml(stream: Readable, handlers: XmlHandlers): AsyncGenerator<undefined> {
  const parser = sax.parser(true, { position: false });
  const { open, text, close } = handlers;
  if (open) parser.onopentag = ({ name, attributes }) => open(local(name), attributes);
  if (close) parser.onclosetag = (name) => close(local(name));
  if (text) {
    parser.ontext = text;
    parser.oncdata = text;
  }
  parser.onerror = (error) => {
    throw new BrokenXml(error.message);
  };
  const decoder = new TextDecoder();
  for await (const bytes of stream) {
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
