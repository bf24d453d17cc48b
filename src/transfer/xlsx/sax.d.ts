// sax brings no types; this is the part that we call.
declare module 'sax' {
  export interface SaxParser {
    onopentag: (tag: { name: string; attributes: Record<string, string> }) => void;
    onattribute: () => void;
    onclosetag: (name: string) => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    onerror: (error: Error) => void;
    position: number;
    bufferCheckPosition: number;
    write(text: string): SaxParser;
    close(): SaxParser;
  }

  const sax: { parser(strict: true, options: { position: false }): SaxParser };
  export default sax;
}
