/** Raw material of names. Names of the cast (cast.ts) are not here, so that chance makes no further ones. */

export type PersonName = { native: string; latin: string };

const pairs = (text: string): PersonName[] =>
  text
    .trim()
    .split(/\s+/)
    .map((word) => {
      const [native = '', latin = ''] = word.split(':');
      return { native, latin };
    });

export const CHINESE_SURNAMES = pairs(
  `赵:Zhao 钱:Qian 孙:Sun 周:Zhou 吴:Wu 郑:Zheng 冯:Feng 蒋:Jiang 沈:Shen 韩:Han 杨:Yang 朱:Zhu
   秦:Qin 许:Xu 何:He 吕:Lyu 曹:Cao 严:Yan 金:Jin 魏:Wei 陶:Tao 姜:Jiang 谢:Xie 邹:Zou 窦:Dou
   章:Zhang 苏:Su 潘:Pan 葛:Ge 范:Fan 彭:Peng 鲁:Lu 马:Ma 方:Fang 任:Ren 袁:Yuan 唐:Tang 薛:Xue
   雷:Lei 贺:He 罗:Luo 郝:Hao 余:Yu 顾:Gu 孟:Meng 黄:Huang 萧:Xiao 姚:Yao 汪:Wang 毛:Mao
   欧阳:Ouyang 上官:Shangguan 司徒:Situ 诸葛:Zhuge`,
);

export const CHINESE_GIVEN_NAMES = pairs(
  `建军:Jianjun 秀兰:Xiulan 晓东:Xiaodong 丽华:Lihua 志强:Zhiqiang 海燕:Haiyan 文博:Wenbo 雨桐:Yutong
   子轩:Zixuan 欣怡:Xinyi 俊杰:Junjie 梓涵:Zihan 国平:Guoping 玉梅:Yumei 浩然:Haoran 思琪:Siqi
   明辉:Minghui 雅婷:Yating 立新:Lixin 慧敏:Huimin 天宇:Tianyu 佳怡:Jiayi 振华:Zhenhua 春梅:Chunmei
   一鸣:Yiming 若曦:Ruoxi 永福:Yongfu 淑珍:Shuzhen 家豪:Jiahao 静怡:Jingyi 卫东:Weidong 爱华:Aihua
   鹏飞:Pengfei 晓雯:Xiaowen 德明:Deming 凤英:Fengying 嘉伟:Jiawei 诗涵:Shihan 长江:Changjiang
   巧玲:Qiaoling 睿:Rui 琳:Lin 凯:Kai 倩:Qian 勇:Yong 洁:Jie 斌:Bin 颖:Ying 涛:Tao 蕾:Lei`,
);

export const ENGLISH_FIRST_NAMES =
  `James Emily Oliver Charlotte Henry Amelia Arthur Grace Thomas Hannah
  Edward Alice Daniel Ka-ming Wai-ling Siu-fong Priya Rahul Marie Lukas Sofia Kenji Hiroko Mehmet`.split(
    /\s+/,
  );

export const ENGLISH_LAST_NAMES =
  `Carter Hughes Bennett Fraser Murray Palmer Sinclair Wong Cheung Lau
  Chan Tsang Sharma Mehta Dubois Novak Rossi Tanaka Yilmaz O’Neill Whitfield Ashworth Kendall`.split(
    /\s+/,
  );

export const COMPANY_PLACES = pairs(
  `上海:Shanghai 苏州:Suzhou 杭州:Hangzhou 宁波:Ningbo 无锡:Wuxi 南通:Nantong 嘉兴:Jiaxing 常州:Changzhou`,
);

export const COMPANY_WORDS = pairs(
  `恒达:Hengda 瑞丰:Ruifeng 金桥:Jinqiao 东方红:Dongfanghong 盛源:Shengyuan 凯越:Kaiyue 天成:Tiancheng
   宏图:Hongtu 永安:Yongan 新远:Xinyuan 博雅:Boya 鼎信:Dingxin 海润:Hairun 中科:Zhongke 长风:Changfeng
   百川:Baichuan 同济:Tongji 华昌:Huachang 泰和:Taihe 嘉禾:Jiahe`,
);

/** Industry code → what a company of it calls itself. */
export const COMPANY_TRADES: Record<string, PersonName> = {
  manufacturing: { native: '精密制造', latin: 'Precision Manufacturing' },
  wholesale_retail: { native: '贸易', latin: 'Trading' },
  technology: { native: '信息技术', latin: 'Information Technology' },
  construction: { native: '建设工程', latin: 'Construction' },
  logistics: { native: '物流', latin: 'Logistics' },
  services: { native: '商务服务', latin: 'Services' },
  healthcare: { native: '医疗器械', latin: 'Medical Devices' },
  agriculture: { native: '农业发展', latin: 'Agriculture' },
};

export const CITIES = pairs('上海市:Shanghai 苏州市:Suzhou 杭州市:Hangzhou 宁波市:Ningbo');

export const STREETS = pairs(
  `人民路:Renmin_Road 中山北路:North_Zhongshan_Road 解放大道:Jiefang_Avenue 建国东路:East_Jianguo_Road
   滨江大道:Binjiang_Avenue 学院路:Xueyuan_Road`,
);

export const OCCUPATIONS = [
  'engineer',
  'teacher',
  'doctor',
  'civil_servant',
  'business_owner',
  'sales',
  'retired',
  'accountant',
  'self_employed',
  'student',
] as const;
