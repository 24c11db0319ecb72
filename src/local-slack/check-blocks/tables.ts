/** Rows of table and data_table: how many, how wide, what the header may hold. */
import { asRecord } from '../json.ts';
import { type Check, issue, list } from './check.ts';

const columnsMax = 20;
const tableRowsMax = 100;
/** A header and 100 rows. */
const dataTableRowsMax = 101;

const sameWidth: Check = (rows, at) => {
  if (!Array.isArray(rows)) return [];
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  return rows.flatMap((row, index) =>
    Array.isArray(row) && row.length !== width
      ? issue(`${at}/${index}`, `must have as many cells as the first row (${width})`)
      : [],
  );
};

const plainHeader: Check = (rows, at) => {
  const header = Array.isArray(rows) && Array.isArray(rows[0]) ? rows[0] : [];
  return header.flatMap((cell, index) =>
    asRecord(cell).type === 'rich_text'
      ? issue(`${at}/0/${index}`, 'a header cell must not be rich_text')
      : [],
  );
};

export const tableRows =
  (cell: Check): Check =>
  (rows, at) =>
    list(list(cell, { max: columnsMax }), { max: tableRowsMax })(rows, at);

export const dataTableRows =
  (cell: Check): Check =>
  (rows, at) => [
    ...list(list(cell, { max: columnsMax }), { min: 2, max: dataTableRowsMax })(rows, at),
    ...sameWidth(rows, at),
    ...plainHeader(rows, at),
  ];
