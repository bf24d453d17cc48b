/** A customer's own words, marked where a tag rests on them. */
export const Said = ({ text, span }: { text: string; span: [number, number] | null }) => {
  const [from, to] = span ?? [0, 0];
  return (
    <blockquote dir="auto">
      {text.slice(0, from)}
      {span && <mark>{text.slice(from, to)}</mark>}
      {text.slice(to)}
    </blockquote>
  );
};
