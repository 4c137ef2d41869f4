/** City and street in one line; an address that begins with its city names it once. */
export function fullAddress({ city, address }: { city: string; address: string }): string {
  return address.startsWith(city) ? address : `${city}${address}`;
}
