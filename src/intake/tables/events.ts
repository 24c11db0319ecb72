/** contacts, complaints, surveys and log-ins. */
import { COMPLAINT_SEVERITIES, CONTACT_CHANNELS, CONTACT_PURPOSES } from '../../domain/client.ts';
import * as cells from '../cells.ts';
import type { TableSpec } from '../tables.ts';
import {
  as,
  code,
  date,
  month,
  monthEnd,
  required,
  same,
  text,
  textOf,
  whole,
  yesNo,
} from './columns.ts';

export const eventTables = {
  contacts: {
    columns: [
      required(text('contact_id')),
      required(text('client_id')),
      required(text('manager_id')),
      required(textOf('at', cells.instant)),
      required(code('channel', CONTACT_CHANNELS)),
      yesNo('two_way'),
      code('purpose', CONTACT_PURPOSES),
      text('note'),
    ],
    key: ['contact_id'],
    stored: [
      ...same('contact_id', 'client_id', 'manager_id', 'channel', 'purpose', 'note'),
      as('at', 's."at"::timestamptz', 'at'),
      as('on', 'left(s."at", 10)::date', 'at'),
      as('two_way', `coalesce(s.two_way, s.channel <> 'mass_message')`, 'two_way', 'channel'),
    ],
    storedKey: ['client_id', 'contact_id'],
    ownId: 'contact_id',
    newestOn: 'left(s."at", 10)::date',
    begins: (row) => `${row}."on"`,
  },
  complaints: {
    columns: [
      required(text('complaint_id')),
      required(text('client_id')),
      required(date('opened_on')),
      date('closed_on'),
      code('severity', COMPLAINT_SEVERITIES),
    ],
    key: ['complaint_id'],
    stored: same('complaint_id', 'client_id', 'opened_on', 'closed_on', 'severity'),
    storedKey: ['client_id', 'complaint_id'],
    ownId: 'complaint_id',
    newestOn: 'greatest(s.opened_on, s.closed_on)',
    begins: (row) => `${row}.opened_on`,
    ends: (row) => `${row}.closed_on`,
  },
  surveys: {
    columns: [required(text('client_id')), required(date('on')), required(whole('csat', 1, 5))],
    key: ['client_id', 'on'],
    stored: same('client_id', 'on', 'csat'),
    storedKey: ['client_id', 'on'],
    newestOn: 's."on"',
    begins: (row) => `${row}."on"`,
  },
  logins: {
    columns: [
      required(text('client_id')),
      required(month('month')),
      required(whole('days', 0, 31)),
    ],
    key: ['client_id', 'month'],
    stored: same('client_id', 'month', 'days'),
    storedKey: ['client_id', 'month'],
    newestOn: monthEnd('s'),
    begins: monthEnd,
  },
} satisfies Record<string, TableSpec>;
