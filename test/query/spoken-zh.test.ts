import { describe, expect, test } from 'vitest';
import { planOf, planWith } from './context.ts';

/** Two wordings of one question. */
const same: [spoken: string, written: string][] = [
  ['对公客户的股东', '企业股东'],
  ['哪些客户是我行对公客户的代发员工', '代发员工'],
  ['去年年底和现在的高端客户数对比', '高端客户数，与去年年底相比'],
  ['现在和6月底的存款对比', '存款与6月底相比'],
  ['沉睡客户数跟90天前比怎么样', '沉睡客户数，与90天前相比'],
  ['测算等级为高端、执行等级还是重点的客户', '测算等级为高端、等级为重点的客户'],
  ['2018年之前开户的老客户', '2018年之前开户的客户'],
  ['净流入本月排名前3', '本月净流入前3'],
  ['产品数达到5个及以上的客户', '产品数不低于5的客户'],
  ['存款介于10万和40万之间的客户', '存款在10万到40万之间的客户'],
  ['理财和保险都没有的客户', '没有理财和保险的客户'],
  ['十月份的投诉', '十月份投诉次数不低于1的客户'],
  ['上个月有投诉的客户', '上个月投诉次数不低于1的客户'],
  ['今年没有投诉的客户', '今年投诉次数等于0的客户'],
  ['哪个行业客户最多', '各行业客户数'],
  ['降级计时已经两个月及以上的客户', '降级倒计时不低于2的客户'],
  ['反洗钱高风险的客户', '洗钱风险为高的客户'],
  ['李娜归谁管', '李娜的客户经理'],
  ['有多少理财客户', '持有理财的客户数量'],
  ['在吗～重点客户', '重点客户'],
  ['偏好用短信沟通的客户', '偏好短信的客户'],
  ['喜欢微信联系的', '偏好短信的客户'],
  ['本quarter onboard的客户', '本季度开户的客户'],
];

describe('spoken Chinese', () => {
  test.each(same)('%s means %s', (spoken, written) => {
    const plan = planOf(written);
    expect(plan).toHaveProperty('kind');
    expect(planOf(spoken)).toEqual(plan);
  });

  test('says when one of two days is not used', () => {
    expect(planOf('6月底和现在都是高端的客户')).toEqual({
      status: 'not_understood',
      words: ['现在'],
    });
  });

  test('does not take an age for a fact that it is not', () => {
    expect(planOf('老客户')).toEqual({ status: 'not_understood', words: ['老'] });
  });

  test('asks where a company would have to be a person', () => {
    expect(planOf('制造业企业里是企业高管的')).toMatchObject({
      status: 'clarify',
      cause: 'conflict',
    });
  });

  test('refuses to send a list to somebody', () => {
    expect(planOf('把沉睡名单发到我助理邮箱')).toEqual({
      status: 'refused',
      reason: 'write_request',
    });
  });

  test('asks for the balance of a line of one client', () => {
    expect(planOf('李娜定期存了多少')).toEqual(
      planWith({
        kind: 'client',
        client: { by: 'name', text: '李娜' },
        show: ['timeDepositBalance'],
      }),
    );
  });
});
