import type { Service } from "../service.ts";

/**
 * What the centre does beside examining. Prices, costs and minutes are illustrative: a centre sets its own in
 * its price book. What a partner provides is passed on at its price.
 */
// biome-ignore format: a table reads by rows
export const services: readonly Service[] = [
  { code: "S-TALK", category: "education", name: { en: "Education talk, one to one", zh: "一对一健康宣教" }, what: { en: "Half an hour on your own findings, with three questions at the end.", zh: "围绕本人检查结果讲解半小时，结束时有三道小题。" }, where: "centre", minutes: 30, priceFen: 12000, costFen: 5000 },
  { code: "S-SCHOOL", category: "education", name: { en: "Health school, four lessons", zh: "健康学校（四课时）" }, what: { en: "Four lessons in a small group: blood pressure, sugar, food, moving.", zh: "小班四课：血压、血糖、饮食、运动。" }, where: "centre", minutes: 240, priceFen: 38000, costFen: 15000 },
  { code: "S-READING", category: "consultation", name: { en: "Report reading with a physician", zh: "医生当面解读报告" }, what: { en: "A physician goes through the signed report with you.", zh: "医生与您逐项解读已签发的报告。" }, where: "centre", minutes: 20, priceFen: 10000, costFen: 6000 },
  { code: "S-CONSULT", category: "consultation", name: { en: "Consultation with a specialist", zh: "专科医生咨询" }, what: { en: "A named specialist of your choice, by appointment.", zh: "由您选择的专科医生，预约就诊。" }, where: "centre", minutes: 30, priceFen: 30000, costFen: 18000 },
  { code: "S-DIET", category: "consultation", name: { en: "Nutrition consultation", zh: "营养咨询" }, what: { en: "What you eat in a week, and what to change first.", zh: "梳理一周饮食，确定首先要改的地方。" }, where: "centre", minutes: 40, priceFen: 20000, costFen: 9000 },
  { code: "S-MIND", category: "consultation", name: { en: "Psychological consultation", zh: "心理咨询" }, what: { en: "A talk with a counsellor, in confidence.", zh: "与咨询师保密交谈。" }, where: "centre", minutes: 50, priceFen: 40000, costFen: 24000 },
  { code: "S-QUIT", category: "prevention", name: { en: "Stop-smoking counselling, three talks", zh: "戒烟咨询（三次）" }, what: { en: "Three talks over a month, the first before the day you stop.", zh: "一个月内三次交谈，首次在戒烟日之前。" }, where: "centre", minutes: 60, priceFen: 18000, costFen: 8000 },
  { code: "S-FLU", category: "prevention", name: { en: "Influenza vaccination", zh: "流感疫苗接种" }, what: { en: "One dose with half an hour of watching afterwards.", zh: "接种一剂，留观半小时。" }, where: "centre", minutes: 40, priceFen: 15000, costFen: 9500 },
  { code: "S-REHAB", category: "rehabilitation", name: { en: "Rehabilitation session", zh: "康复训练一次" }, what: { en: "One session with a therapist: neck, back, knee or breathing.", zh: "治疗师指导一次：颈、腰、膝或呼吸训练。" }, where: "centre", minutes: 45, priceFen: 26000, costFen: 13000 },
  { code: "S-EXERCISE", category: "rehabilitation", name: { en: "Exercise plan with a coach", zh: "运动处方与指导" }, what: { en: "What you can safely do, tried once together.", zh: "制定安全的运动方案并陪练一次。" }, where: "centre", minutes: 60, priceFen: 32000, costFen: 16000 },
  { code: "S-HOME", category: "care", name: { en: "Home visit by a nurse", zh: "护士上门服务" }, what: { en: "Sampling, dressing or blood pressure at home, within the city.", zh: "市内上门采样、换药或测量血压。" }, where: "home", minutes: 90, priceFen: 28000, costFen: 17000 },
  { code: "S-COMPANION", category: "care", name: { en: "Companion on the exam day", zh: "体检全程陪同" }, what: { en: "Somebody goes with you from room to room.", zh: "专人陪同走完各检查室。" }, where: "centre", minutes: 180, priceFen: 20000, costFen: 9000 },
  { code: "S-YEAR", category: "care", name: { en: "Health manager for a year", zh: "年度健康管家" }, what: { en: "Plan, reminders, calls and questions answered, twelve months.", zh: "十二个月的计划、提醒、随访与答疑。" }, where: "remote", minutes: 600, priceFen: 198000, costFen: 90000 },
  { code: "S-INSURE", category: "insurance", name: { en: "Health insurance for a year (partner)", zh: "一年期健康保险（合作机构）" }, what: { en: "A partner's policy, passed on at its own price; its terms are the partner's.", zh: "合作保险公司产品，按其定价代办，条款以保险合同为准。" }, where: "partner", minutes: 15, priceFen: 68000, costFen: 66000 },
];
