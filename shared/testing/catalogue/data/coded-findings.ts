import type { Bounds, CatalogueItem, ResultWord } from "../catalogue-item.ts";

type Of = Pick<CatalogueItem, "code" | "partOf"> &
  Partial<Pick<CatalogueItem, "sex" | "sensitive">> & { en: string; zh: string };

/** The report is the examination's; its room and group are said there. */
const places: Readonly<Record<string, Pick<CatalogueItem, "group" | "room">>> = {
  USTHY: { group: "imaging", room: "ultrasound" },
  USABD: { group: "imaging", room: "ultrasound" },
  USCAR: { group: "imaging", room: "ultrasound" },
  USBREAST: { group: "imaging", room: "ultrasound" },
  CTCHEST: { group: "imaging", room: "CT" },
  LDCT: { group: "imaging", room: "CT" },
  COLON: { group: "endoscopy", room: "endoscopy" },
  HPV: { group: "cervix", room: "gynaecology" },
  PAP: { group: "cervix", room: "gynaecology" },
};

const coded = ({ en, zh, partOf = [], sensitive = false, ...of }: Of) => ({
  ...of,
  ...(places[partOf[0] ?? ""] as (typeof places)[string]),
  name: { en, zh },
  partOf,
  sensitive,
  loincStatus: "none" as const,
  ranges: [],
  minutes: 0,
  fasting: false,
  priceFen: 0,
  costFen: 0,
});

const choice = (of: Of, words: readonly ResultWord[]): CatalogueItem => ({
  ...coded(of),
  kind: "choice",
  unit: "",
  words,
});

const size = (of: Of, possible: Bounds, likely: Bounds): CatalogueItem => ({
  ...coded(of),
  kind: "number",
  unit: "mm",
  possible,
  likely,
});

const word = (code: string, en: string, zh: string, ...also: string[]): ResultWord => ({
  code,
  name: { en, zh },
  ...(also.length ? { also } : {}),
});

/** Categories call themselves by their code; what they stand for is said where they are chosen. */
const category = (code: string, en: string, zh: string): ResultWord =>
  word(code, `${code} (${en})`, `${code} 类（${zh}）`);

const ctChest = ["CTCHEST", "LDCT"] as const;

/**
 * What a report of imaging, endoscopy or a smear says in the words of its reporting system: the part rules can
 * read. The centre's own codes. Words: C-TIRADS 2020, ACR TI-RADS 2017, Fleischner 2017, C-Lung-RADS 2024,
 * Lung-RADS v2022, BI-RADS 5th edition, USMSTF 2020, the Bethesda system. Bounds are the centre's own, need sign-off.
 */
export const codedFindings: readonly CatalogueItem[] = [
  choice(
    { code: "CTIRADS", en: "Thyroid nodule, C-TIRADS", zh: "甲状腺结节 C-TIRADS 分类", partOf: ["USTHY"] },
    [
      category("1", "no nodule", "无结节"),
      category("2", "benign", "良性"),
      category("3", "under 2 %", "恶性率<2%"),
      category("4A", "2–10 %", "2%～10%"),
      category("4B", "10–50 %", "10%～50%"),
      category("4C", "50–90 %", "50%～90%"),
      category("5", "over 90 %", ">90%"),
    ],
  ),
  choice(
    {
      code: "ACRTR",
      en: "Thyroid nodule, ACR TI-RADS",
      zh: "甲状腺结节 ACR TI-RADS 分级",
      partOf: ["USTHY"],
    },
    [
      word("TR1", "TR1 (benign)", "TR1（良性）", "1"),
      word("TR2", "TR2 (not suspicious)", "TR2（无可疑）", "2"),
      word("TR3", "TR3 (mildly suspicious)", "TR3（轻度可疑）", "3"),
      word("TR4", "TR4 (moderately suspicious)", "TR4（中度可疑）", "4"),
      word("TR5", "TR5 (highly suspicious)", "TR5（高度可疑）", "5"),
    ],
  ),
  size(
    { code: "THYMM", en: "Thyroid nodule, largest diameter", zh: "甲状腺结节最大径", partOf: ["USTHY"] },
    { low: 0.5, high: 150 },
    { low: 1, high: 60 },
  ),
  choice({ code: "LUNGTYPE", en: "Kind of lung nodule", zh: "肺结节类型", partOf: ctChest }, [
    word("solid", "solid", "实性"),
    word("part-solid", "part-solid", "部分实性", "混合磨玻璃", "混合性", "mixed", "subsolid mixed"),
    word("ground-glass", "ground-glass", "纯磨玻璃", "磨玻璃", "ggn", "nonsolid", "pure ground-glass"),
    word("calcified", "benign calcified", "良性钙化", "钙化"),
  ]),
  size(
    { code: "LUNGMM", en: "Lung nodule, mean diameter", zh: "肺结节平均直径", partOf: ctChest },
    { low: 0.5, high: 200 },
    { low: 1, high: 40 },
  ),
  size(
    {
      code: "LUNGSOLIDMM",
      en: "Lung nodule, solid part, mean diameter",
      zh: "肺结节实性成分平均直径",
      partOf: ctChest,
    },
    { low: 0, high: 200 },
    { low: 0, high: 40 },
  ),
  choice({ code: "LUNGN", en: "Number of lung nodules", zh: "肺结节数目", partOf: ctChest }, [
    word("single", "one", "单发", "1"),
    word("multiple", "several", "多发"),
  ]),
  choice(
    {
      code: "LUNGRISK",
      en: "Risk of lung cancer (smoking, family, emphysema, upper lobe)",
      zh: "肺癌风险（吸烟、家族史、肺气肿、上叶）",
      partOf: ctChest,
    },
    [word("low", "low", "低危", "低"), word("high", "high", "高危", "高")],
  ),
  choice(
    {
      code: "CLUNGRADS",
      en: "Lung screening, C-Lung-RADS",
      zh: "肺癌筛查 C-Lung-RADS 分类",
      partOf: ["LDCT"],
    },
    [
      category("0", "calcified", "钙化"),
      category("1", "0.3 %", "0.3%"),
      category("2", "3.2 %", "3.2%"),
      category("3", "6.2 %", "6.2%"),
      category("4", "24.3 %", "24.3%"),
    ],
  ),
  choice(
    { code: "LUNGRADS", en: "Lung screening, Lung-RADS", zh: "肺癌筛查 Lung-RADS 分类", partOf: ["LDCT"] },
    [
      category("0", "infection or inflammation", "考虑感染或炎症"),
      category("1", "nothing found", "阴性"),
      category("2", "benign", "良性表现"),
      category("3", "probably benign", "可能良性"),
      category("4A", "suspicious", "可疑"),
      category("4B", "very suspicious", "高度可疑"),
      category("4X", "very suspicious, further signs", "高度可疑，伴其他征象"),
    ],
  ),
  choice(
    {
      code: "BIRADS",
      en: "Breast, BI-RADS",
      zh: "乳腺 BI-RADS 分类",
      partOf: ["USBREAST", "MAMMO"],
      sex: "female",
    },
    [
      category("0", "not finished", "评估未完成"),
      category("1", "nothing found", "阴性"),
      category("2", "benign", "良性"),
      category("3", "2 % or less", "≤2%"),
      category("4", "not divided", "未细分"),
      category("4A", "2–10 %", "2%～10%"),
      category("4B", "10–50 %", "10%～50%"),
      category("4C", "50–95 %", "50%～95%"),
      category("5", "95 % or more", "≥95%"),
      category("6", "proven malignant", "已证实恶性"),
    ],
  ),
  choice({ code: "STEATOSIS", en: "Fatty liver on ultrasound", zh: "超声脂肪肝", partOf: ["USABD"] }, [
    word("none", "none", "无"),
    word("mild", "mild", "轻度"),
    word("moderate", "moderate", "中度"),
    word("severe", "severe", "重度"),
  ]),
  choice(
    { code: "MASSABD", en: "Solid mass on abdominal ultrasound", zh: "腹部超声实性占位", partOf: ["USABD"] },
    [
      word("none", "none", "无"),
      word("liver", "liver", "肝"),
      word("pancreas", "pancreas", "胰腺"),
      word("kidney", "kidney", "肾"),
    ],
  ),
  size(
    { code: "POLYPGB", en: "Gallbladder polyp, largest", zh: "胆囊息肉最大径", partOf: ["USABD"] },
    { low: 0.5, high: 100 },
    { low: 1, high: 25 },
  ),
  choice(
    {
      code: "POLYPGBRISK",
      en: "Gallbladder polyp, risk factor (sessile, over 60, bile-duct disease)",
      zh: "胆囊息肉危险因素（广基、60 岁以上、胆管疾病）",
      partOf: ["USABD"],
    },
    [word("none", "none", "无"), word("present", "present", "有")],
  ),
  size(
    { code: "PLAQUEMM", en: "Carotid plaque, thickest", zh: "颈动脉斑块最大厚度", partOf: ["USCAR"] },
    { low: 0.3, high: 15 },
    { low: 0.8, high: 8 },
  ),
  choice(
    {
      code: "COLONFIND",
      en: "Colonoscopy, what decides the next one",
      zh: "结肠镜结论（决定复查间隔）",
      partOf: ["COLON"],
    },
    [
      word("normal", "normal, or up to 20 small hyperplastic polyps", "正常，或 ≤20 个小增生性息肉", "正常"),
      word("adenoma-1-2", "1–2 small tubular adenomas", "1～2 个 <10 mm 管状腺瘤"),
      word("adenoma-3-4", "3–4 small tubular adenomas", "3～4 个 <10 mm 管状腺瘤"),
      word(
        "adenoma-advanced",
        "5–10 adenomas, or one of 10 mm or more, villous or high-grade",
        "5～10 个腺瘤，或 ≥10 mm、绒毛状、高级别",
      ),
      word("adenoma-over-10", "more than 10 adenomas", "10 个以上腺瘤"),
      word("serrated-1-2", "1–2 small sessile serrated polyps", "1～2 个 <10 mm 无蒂锯齿状病变"),
      word(
        "serrated-3-4",
        "3–4 small sessile serrated polyps, or a hyperplastic one of 10 mm or more",
        "3～4 个 <10 mm 无蒂锯齿状病变，或增生性息肉 ≥10 mm",
      ),
      word(
        "serrated-advanced",
        "serrated: 5 or more, 10 mm or more, or with dysplasia",
        "锯齿状病变 ≥5 个、≥10 mm 或伴异型增生",
      ),
      word("piecemeal-20", "20 mm or more, removed in pieces", "≥20 mm 且分片切除"),
      word("cancer-suspected", "cancer suspected", "可疑癌"),
    ],
  ),
  choice(
    { code: "HPVTYPE", en: "HPV type", zh: "HPV 分型", partOf: ["HPV"], sex: "female", sensitive: true },
    [
      word("negative", "negative", "阴性", "neg"),
      word("16/18", "16 or 18", "16/18 型阳性", "16", "18", "16型", "18型", "16/18"),
      word("other", "another high-risk type", "其他高危型阳性", "其他高危型", "other high-risk"),
    ],
  ),
  choice(
    {
      code: "CYTO",
      en: "Cervical cytology (Bethesda)",
      zh: "宫颈细胞学（TBS）",
      partOf: ["PAP"],
      sex: "female",
      sensitive: true,
    },
    [
      word("NILM", "NILM, no lesion", "NILM，未见病变", "未见上皮内病变", "阴性"),
      word("ASC-US", "ASC-US", "ASC-US，意义不明的非典型鳞状细胞", "ascus"),
      word("LSIL", "LSIL", "LSIL，低级别病变"),
      word("ASC-H", "ASC-H", "ASC-H，不除外高级别病变"),
      word("AGC", "AGC", "AGC，非典型腺细胞"),
      word("HSIL", "HSIL", "HSIL，高级别病变"),
      word("cancer", "cancer cells", "癌细胞", "SCC", "AIS", "adenocarcinoma"),
    ],
  ),
];
