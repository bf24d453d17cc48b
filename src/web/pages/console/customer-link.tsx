/** A customer by name, who opens beside their chat. */
export const CustomerLink = ({ id, name }: { id: string; name: string | null }) => (
  <a class="customer" href={`/sidebar?customer=${encodeURIComponent(id)}`}>
    <bdi>{name ?? id}</bdi>
  </a>
);
