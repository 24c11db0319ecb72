/** clients and the relations between them. */
import {
  CLIENT_KINDS,
  CONTACT_CHANNELS,
  RELATIONS,
  RISK_APPETITES,
  RISK_LEVELS,
} from '../../domain/client.ts';
import type { TableSpec } from '../tables.ts';
import { as, code, date, reportingMoney, required, same, text, whole, yesNo } from './columns.ts';

export const clientTables = {
  clients: {
    columns: [
      required(text('client_id')),
      required(code('kind', CLIENT_KINDS)),
      required(text('name')),
      text('manager_id'),
      text('branch_id'),
      date('onboarded_on'),
      date('closed_on'),
      date('birth_date'),
      text('phone'),
      text('email'),
      text('address'),
      text('wechat'),
      text('occupation'),
      text('industry'),
      reportingMoney('annual_revenue'),
      text('institution_type'),
      code('risk_credit', RISK_LEVELS),
      code('risk_aml', RISK_LEVELS),
      code('risk_operational', RISK_LEVELS),
      yesNo('watch'),
      code('risk_appetite', RISK_APPETITES),
      whole('kyc_completed_pct', 0, 100),
      date('kyc_review_due_on'),
      yesNo('marketing_opt_out'),
      code('preferred_channel', CONTACT_CHANNELS),
      text('household_id'),
      reportingMoney('target_credit'),
      reportingMoney('contribution_12m'),
    ],
    key: ['client_id'],
    stored: [
      ...same('client_id', 'kind', 'name', 'branch_id', 'onboarded_on', 'closed_on', 'birth_date'),
      ...same('phone', 'email', 'address', 'wechat', 'occupation', 'industry', 'institution_type'),
      ...same('risk_credit', 'risk_aml', 'risk_operational', 'watch', 'risk_appetite'),
      ...same('kyc_completed_pct', 'kyc_review_due_on', 'marketing_opt_out', 'preferred_channel'),
      ...same('household_id'),
      as('file_manager_id', 's.manager_id', 'manager_id'),
      as('annual_revenue_minor', 's.annual_revenue', 'annual_revenue'),
      as('target_credit_minor', 's.target_credit', 'target_credit'),
      as('contribution_12m_minor', 's.contribution_12m', 'contribution_12m'),
    ],
    storedKey: ['client_id'],
  },
  relations: {
    columns: [
      required(text('from_client_id')),
      required(text('to_client_id')),
      required(code('relation', RELATIONS)),
      date('since'),
    ],
    key: ['from_client_id', 'to_client_id', 'relation'],
    stored: same('from_client_id', 'to_client_id', 'relation', 'since'),
    storedKey: ['from_client_id', 'to_client_id', 'relation'],
  },
} satisfies Record<string, TableSpec>;
