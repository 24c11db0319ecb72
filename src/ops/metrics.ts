import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export const registry = new Registry();
collectDefaultMetrics({ register: registry });

export const answersTotal = new Counter({
  name: 'bellwether_answers_total',
  help: 'Questions answered, by what became of them.',
  labelNames: ['status', 'language'],
  registers: [registry],
});

export const answerSeconds = new Histogram({
  name: 'bellwether_answer_seconds',
  help: 'From a question to its answer, without Slack.',
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
});

export const deliveriesTotal = new Counter({
  name: 'bellwether_deliveries_total',
  help: 'Messages of the outbox, by what became of them.',
  labelNames: ['result'],
  registers: [registry],
});

export const lastNightSeconds = new Histogram({
  name: 'bellwether_night_seconds',
  help: 'How long a night took, from metrics to queued digests.',
  buckets: [1, 5, 15, 60, 300, 900, 3600],
  registers: [registry],
});
