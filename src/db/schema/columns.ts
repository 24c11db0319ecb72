/** Column kinds: ids compare by code point, dates and instants are Temporal, money is bigint minor units. */
import { customType } from 'drizzle-orm/pg-core';

/** Text that sorts the same on every server: "ties: lower client id first" must not depend on a locale. */
export const id = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

export const onDate = customType<{ data: Temporal.PlainDate; driverData: string }>({
  dataType: () => 'date',
  fromDriver: (value) => Temporal.PlainDate.from(value),
  toDriver: (value) => value.toString(),
});

export const atInstant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  fromDriver: (value) => Temporal.Instant.from(value.replace(' ', 'T')),
  toDriver: (value) => value.toString(),
});

export const minor = customType<{ data: bigint; driverData: bigint | string }>({
  dataType: () => 'bigint',
  fromDriver: (value) => BigInt(value),
  toDriver: (value) => value.toString(),
});
