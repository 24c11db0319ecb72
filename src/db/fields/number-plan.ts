/** The number plan of a country as PostgreSQL can check it; libphonenumber's patterns are regular in both. */
import { type SQL, sql } from 'drizzle-orm';
import { isSupportedCountry, Metadata } from 'libphonenumber-js';

/** The library has these two without declaring them. */
type Pattern = { callingCode: () => string; nationalNumberPattern: () => string };

const DEFAULT_COUNTRY = 'CN';
/** International numbers of other countries are as long as E.164 lets them be. */
const FOREIGN = '^(\\+|00)[1-9][0-9]{7,14}$';

const literal = (text: string): SQL => sql.raw(`'${text.replaceAll("'", "''")}'`);

/** Whether a phone can be dialled: one of the country's own plan, or a complete one of another country. */
export const dialableSql = (phone: SQL, country = DEFAULT_COUNTRY): SQL => {
  const code = country.slice(0, 2).toUpperCase();
  const plan = new Metadata();
  plan.selectNumberingPlan(isSupportedCountry(code) ? code : DEFAULT_COUNTRY);
  const numbering = plan.numberingPlan as unknown as Pattern;
  const calling = numbering.callingCode();
  const own = `^(?:(?:\\+|00)?${calling})?0?(?:${numbering.nationalNumberPattern()})$`;
  const digits = sql`regexp_replace(${phone}, '[^0-9+]', '', 'g')`;
  return sql`coalesce(${digits} ~ ${literal(own)} or (${digits} ~ ${literal(FOREIGN)}
    and ${digits} !~ ${literal(`^(\\+|00)${calling}`)}), false)`;
};
