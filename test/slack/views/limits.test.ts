import { describe, expect, test } from 'vitest';
import type { Digest, DigestEntry } from '../../../src/alerts/digest.ts';
import type { Answer, Column } from '../../../src/assistant/answer.ts';
import type { Change } from '../../../src/coverage/change.ts';
import type { ClientPreview } from '../../../src/coverage/preview-client.ts';
import { LOCALES } from '../../../src/domain/actor.ts';
import { answerView } from '../../../src/slack/views/answer.ts';
import {
  optionsOf,
  reassignModal,
  resultModal,
  tierModal,
} from '../../../src/slack/views/change-modals.ts';
import { digestView } from '../../../src/slack/views/digest.ts';
import { homeView } from '../../../src/slack/views/home.ts';
import { noticeView } from '../../../src/slack/views/notice.ts';
import { messageProblems, viewProblems } from '../../support/slack-limits.ts';
import { emptyAnswer } from '../empty-answer.ts';
import { NASTY } from './nasty.ts';

const column = (key: string, kind: Column['kind'], heading: string): Column => ({
  key,
  kind,
  heading,
  labels: null,
  whenNull: '–',
});

const bigAnswer = (text: string, language: Answer['language']): Answer => {
  const columns = [
    column('clientId', 'id', 'Client id'),
    column('name', 'text', text || 'Name'),
    ...Array.from({ length: 20 }, (_, index) => column(`c${index}`, 'text', text || 'x')),
    column('aum', 'money', 'AUM'),
  ];
  const row = Object.fromEntries(columns.map(({ key }) => [key, text]));
  const rows = Array.from({ length: 120 }, (_, index) => ({
    ...row,
    clientId: `C${index}`,
    aum: index * 1e9,
  }));
  return {
    ...emptyAnswer,
    language,
    interpretation: text,
    rules: Array.from({ length: 30 }, () => text),
    scope: text,
    total: 1_000,
    columns,
    rows,
    coverRows: rows,
    groups: rows.map((each) => ({ key: each.clientId, name: text, count: 3, aum: 5 })),
    value: text,
    valueColumn: column('name', 'text', text),
    prompt: text,
    choices: Array.from({ length: 9 }, () => ({ label: text, plan: null, question: text })),
    suggestions: Array.from({ length: 9 }, () => text),
    notUnderstood: Array.from({ length: 50 }, () => text),
    reasonText: text,
    assessment: {
      clientId: 'C1',
      name: text,
      computedTier: 'key',
      inForceTier: 'key',
      lifecycle: 'active',
      activity: 'active',
      reasons: Array.from({ length: 40 }, () => ({ code: 'x', points: null, text })),
      nextTierGap: null,
      demotionClock: 0,
      churn: {
        score: 70,
        band: 'high',
        coverage: 80,
        reasons: [{ code: 'R01', points: 30, text }],
      },
    },
  };
};

const entry = (clientName: string, index: number): DigestEntry => ({
  clientId: `C${index}`,
  clientName,
  tier: 'key',
  aumMinor: '123456789012345',
  valueAtRiskMinor: '99999999999',
  priority: 1,
  actToday: index < 3,
  coveredForName: clientName || null,
  alerts: Array.from({ length: 6 }, (_, each) => ({
    alertId: `${each}`,
    kind: 'balance_fall',
    severity: 'red',
    priority: 1,
    openedOn: '2026-11-20',
    fact: { kind: 'balance_fall', fall: { fromMinor: '1', toMinor: '99999999999999', pct: 50 } },
  })),
});

const digest = (text: string): Digest => ({
  managerId: 'M1',
  managerName: text,
  businessDate: '2026-11-20',
  currency: 'CNY',
  bookSize: 600,
  headline: [{ kind: 'balance_fall', count: 12 }],
  entries: Array.from({ length: 10 }, (_, index) => entry(text, index)),
  moreCount: 17,
});

const changes = (text: string): Change[] => [
  {
    kind: 'reassign',
    from: null,
    to: 'M2',
    effectiveOn: '2026-11-20',
    reasonCode: 'expertise',
    reasonText: text.slice(0, 500),
  },
  {
    kind: 'override',
    from: 'quality',
    to: 'key',
    until: '2027-02-18',
    renews: null,
    reasonCode: 'data_error',
    reasonText: text.slice(0, 500),
  },
];

const preview = (text: string): ClientPreview => ({
  clientId: text || 'C1',
  name: text,
  kind: 'corporate',
  inForceTier: 'class_2',
  managerName: text,
  version: 'v',
  businessDate: Temporal.PlainDate.from('2026-11-20'),
});

const MANNERS = [true, false].flatMap((masked) =>
  [true, false].map((tables) => ({ masked, tables })),
);
/** The ways in which an answer can come out, with many rows, one and none. */
const partsOf = ({ rows, groups }: Answer): Partial<Answer>[] => [
  { groups: [] },
  { groups: [], rows: rows.slice(0, 1) },
  { groups: [], rows: [] },
  { groups, rows: [] },
  { status: 'clarify' },
  { status: 'not_understood' },
  { status: 'refused' },
];

describe.each(LOCALES)('in %s', (locale) => {
  test.each(NASTY)('an answer holds with %s', (_what, text) => {
    const answer = bigAnswer(text, locale);
    const cases = MANNERS.flatMap((manner) =>
      partsOf(answer).map((part) => answerView({ ...answer, ...part }, manner)),
    );
    for (const view of cases) expect(messageProblems(view)).toEqual([]);
  });

  test.each(NASTY)('a digest and every notice hold with %s', (_what, text) => {
    expect(messageProblems(digestView(digest(text), locale))).toEqual([]);
    const names = { fromName: text, toName: text, requestedBy: text, decidedBy: text };
    for (const change of changes(text))
      for (const event of ['approval_needed', 'applied', 'rejected', 'stale', 'lapsed'] as const) {
        const notice = {
          ...names,
          event,
          requestId: 'r',
          clientId: text,
          clientName: text,
          change,
        };
        expect(messageProblems(noticeView(notice, locale))).toEqual([]);
      }
  });

  test.each(NASTY)('the forms and the Home tab hold with %s', (_what, text) => {
    const [manager = null] = optionsOf([{ id: 'M2', name: text, hint: text }]);
    const day = '2026-11-20';
    for (const client of [preview(text), null]) {
      const prefilled = { client, remark: text || null, reasonText: text || null };
      const forTier = { ...prefilled, tier: 'class_1', until: day };
      expect(viewProblems(tierModal('d', forTier, locale))).toEqual([]);
      const forReassign = { ...prefilled, manager, effectiveOn: day };
      expect(viewProblems(reassignModal('d', forReassign, locale))).toEqual([]);
    }
    expect(viewProblems(resultModal(text, locale))).toEqual([]);
    const waiting = Array.from({ length: 10 }, (_, index) => ({
      requestId: `r${index}`,
      clientName: text,
      change: changes(text)[index % 2] as Change,
      fromName: text,
      toName: text,
      requestedBy: text,
      lapsesOn: day,
    }));
    const overrides = Array.from({ length: 10 }, () => ({
      ...{ clientName: text, tier: 'key' as const, until: day },
    }));
    const facts = {
      home: { businessDate: day, toDecide: waiting, asked: waiting, overrides },
      mix: Array.from({ length: 9 }, (_, index) => ({ name: text, count: index })),
      digest: digest(text),
      settings: { language: null, digestAt: '08:30', digestOff: false },
    };
    expect(viewProblems(homeView(facts, locale))).toEqual([]);
  });
});

test('a digest with nothing new is one line with the data date', () => {
  const { blocks } = digestView({ ...digest(''), entries: [] }, 'en');
  expect(blocks).toHaveLength(1);
  expect(JSON.stringify(blocks)).toContain('2026-11-20');
});
