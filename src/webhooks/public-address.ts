import { BlockList, isIP } from 'node:net';

/** Everything of IPv4 that is no host of the public internet (IANA special-purpose registry); clouds keep their secrets in some. */
const NOT_PUBLIC_4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3'],
];
/** Of IPv6 only 2000::/3 is public at all; these parts of it are not, or lead to an IPv4 address in disguise. */
const PUBLIC_6 = '2000::/3';
const NOT_PUBLIC_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const listOf = (ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList();
  for (const range of ranges) {
    const [net = '', bits = ''] = range.split('/');
    list.addSubnet(net, Number(bits), family);
  }
  return list;
};

const [notPublic4, public6, notPublic6] = [
  listOf(NOT_PUBLIC_4, 'ipv4'),
  listOf([PUBLIC_6], 'ipv6'),
  listOf(NOT_PUBLIC_6, 'ipv6'),
];

/** Whether an IP address is a host of the public internet, and no machine of this house. What is no address is none. */
export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address);
  if (family === 4) return !notPublic4.check(address, 'ipv4');
  return family === 6 && public6.check(address, 'ipv6') && !notPublic6.check(address, 'ipv6');
};
