import type { Sex } from "../../../shared/clients/index.ts";
import type { Chance } from "./chance.ts";

/**
 * Surnames with their share of the population in percent: the Ministry of Public Security's count of
 * registered names (公安部户籍姓名统计, 2007), rounded, the thirty most frequent.
 */
const surnames = [
  ...(["王 Wang 7.3", "李 Li 7.2", "张 Zhang 6.8", "刘 Liu 5.4", "陈 Chen 4.5", "杨 Yang 3.1"] as const),
  ...(["赵 Zhao 2.3", "黄 Huang 2.2", "周 Zhou 2.1", "吴 Wu 2.1", "徐 Xu 1.7", "孙 Sun 1.7"] as const),
  ...(["朱 Zhu 1.4", "马 Ma 1.3", "胡 Hu 1.3", "郭 Guo 1.2", "林 Lin 1.2", "何 He 1.2"] as const),
  ...(["高 Gao 1.1", "梁 Liang 1.1", "郑 Zheng 1.1", "罗 Luo 1", "宋 Song 1", "谢 Xie 0.9"] as const),
  ...(["唐 Tang 0.9", "韩 Han 0.9", "曹 Cao 0.8", "许 Xu 0.8", "邓 Deng 0.8", "冯 Feng 0.8"] as const),
].map((row) => {
  const [hanzi = "", latin = "", share] = row.split(" ");
  return [{ hanzi, latin }, Number(share)] as const;
});

/** Given names as they were in fashion; invented people, so no source but common use. */
const given: Record<Sex, Record<"early" | "middle" | "late", readonly string[]>> = {
  female: {
    early: ["秀英 Xiuying", "桂兰 Guilan", "淑珍 Shuzhen", "玉梅 Yumei", "凤琴 Fengqin", "慧芳 Huifang"],
    middle: [
      ...["丽华 Lihua", "红梅 Hongmei", "晓燕 Xiaoyan", "雪梅 Xuemei", "海燕 Haiyan", "静怡 Jingyi"],
      ...["文娟 Wenjuan", "春霞 Chunxia", "玉洁 Yujie", "敏 Min", "丽 Li", "芳 Fang"],
    ],
    late: ["思雨 Siyu", "欣怡 Xinyi", "佳琪 Jiaqi", "梦洁 Mengjie", "雨婷 Yuting", "诗涵 Shihan"],
  },
  male: {
    early: ["建国 Jianguo", "国强 Guoqiang", "志明 Zhiming", "德福 Defu", "永昌 Yongchang", "卫东 Weidong"],
    middle: [
      ...["志强 Zhiqiang", "海涛 Haitao", "建军 Jianjun", "晓东 Xiaodong", "文博 Wenbo", "立新 Lixin"],
      ...["俊杰 Junjie", "宏伟 Hongwei", "剑锋 Jianfeng", "伟 Wei", "磊 Lei", "勇 Yong"],
    ],
    late: ["浩然 Haoran", "子轩 Zixuan", "宇航 Yuhang", "天佑 Tianyou", "明哲 Mingzhe", "一鸣 Yiming"],
  },
};

export interface Name {
  hanzi: string;
  latin: string;
  surname: { hanzi: string; latin: string };
}

/** A name as somebody of this sex and birth year might have, with the father's surname where it is known. */
export function nameOf(chance: Chance, sex: Sex, birthYear: number, surname?: Name["surname"]): Name {
  const age = birthYear < 1962 ? "early" : birthYear < 1990 ? "middle" : "late";
  const family = surname ?? chance.weighted(surnames);
  const [hanzi = "", latin = ""] = chance.pick(given[sex][age]).split(" ");
  return { hanzi: `${family.hanzi}${hanzi}`, latin: `${family.latin} ${latin}`, surname: family };
}

/** Clients from elsewhere, with the document they come with. */
export const fromElsewhere = [
  { sex: "male", name: "James Whitfield", kind: "passport", text: "X9900417" },
  { sex: "female", name: "Ingrid Sandberg", kind: "passport", text: "X9900562" },
  { sex: "male", name: "Marco Bellini", kind: "passport", text: "X9901208" },
  { sex: "female", name: "陈嘉欣", latin: "Chan Ka Yan", kind: "hk-mo-permit", text: "H99900127" },
  { sex: "male", name: "黄俊伟", latin: "Wong Chun Wai", kind: "hk-mo-permit", text: "H99900344" },
] as const;

/** How the local centre's staff write their names in Latin letters. */
export const staffLatin: Readonly<Record<string, string>> = {
  陈晓梅: "Chen Xiaomei",
  刘芳: "Liu Fang",
  周志远: "Zhou Zhiyuan",
  徐文博: "Xu Wenbo",
  孙晓燕: "Sun Xiaoyan",
  林静: "Lin Jing",
  何雨桐: "He Yutong",
  罗斌: "Luo Bin",
  吴建国: "Wu Jianguo",
};

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * A number built like a citizen's (GB 11643) that nobody can have: region 999999 does not exist.
 * Odd serials (000–999) are men's.
 */
export function nationalId(birthDate: string, serial: number): string {
  const digits = `999999${birthDate.replaceAll("-", "")}${String(serial).padStart(3, "0")}`;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return `${digits}${"10X98765432"[sum % 11]}`;
}
