import type { Piece } from "../education.ts";
import { sources } from "./sources.ts";

export const lipids: Piece[] = [
  {
    id: "lipids-cholesterol",
    topic: "lipids",
    alsoFor: ["carotid", "metabolic-syndrome", "cardiovascular-risk"],
    level: "know",
    grades: ["disease", "needs-confirmation", "sub-health"],
    title: { en: "Cholesterol: which number matters", zh: "胆固醇：看懂哪个数字最要紧" },
    minutes: 4,
    body: {
      en: [
        "Your body needs cholesterol. It travels in the blood in small carriers. LDL brings it out to the vessels, and too much of it slowly settles in their walls. HDL helps to carry it away.",
        "LDL cholesterol is the number doctors look at first. For people at low risk without diabetes, under 3.4 mmol/L is suitable, 3.4 to under 4.1 is borderline, and 4.1 or more is high.",
        "The right target is not the same for everybody. With diabetes, high blood pressure, smoking or an earlier heart attack or stroke, it is lower. Your doctor works out yours from the whole picture.",
        "High cholesterol cannot be felt. That is why adults of 40 and over have it measured every year, and younger adults every two to five years.",
        "Food helps: less fatty meat, butter, lard and fried food; more vegetables, whole grains, beans and fish. Some people inherit high LDL, and for them food alone is not enough. That is nobody's fault.",
        "If a doctor has given you a medicine for it, take it as agreed. Do not stop because a value has become good: it is good because of the medicine.",
      ],
      zh: [
        "身体需要胆固醇。它在血液里由小“运输车”携带：低密度脂蛋白把它送到血管，太多就会慢慢沉积在血管壁里；高密度脂蛋白帮忙把它运走。",
        "医生最先看的是低密度脂蛋白胆固醇。低风险、没有糖尿病的人，低于3.4毫摩尔/升合适，3.4到4.1以下为边缘升高，4.1及以上为升高。",
        "合适的目标因人而异。有糖尿病、高血压、吸烟，或得过心梗、中风的人，目标更低。医生会根据整体情况为您确定。",
        "胆固醇高是感觉不到的。所以40岁及以上的人每年查一次，年轻人每两到五年查一次。",
        "饮食有帮助：少吃肥肉、黄油、猪油和油炸食品，多吃蔬菜、全谷物、豆类和鱼。有些人天生偏高，只靠饮食不够，这不是谁的错。",
        "如果医生给您开了药，请按说好的吃。数值变好了也不要自己停：它变好，正是因为药在起作用。",
      ],
    },
    source: sources.lipids2023,
    status: "needs sign-off",
    quiz: [
      {
        id: "lipids-cholesterol-1",
        question: { en: "Which number does the doctor look at first?", zh: "医生最先看哪个数字？" },
        options: [
          { en: "LDL cholesterol", zh: "低密度脂蛋白胆固醇" },
          { en: "Body height", zh: "身高" },
          { en: "HDL cholesterol", zh: "高密度脂蛋白胆固醇" },
        ],
        answer: 0,
        because: {
          en: "LDL is the part that settles in the vessel walls.",
          zh: "低密度脂蛋白胆固醇是会沉积在血管壁里的那一部分。",
        },
      },
      {
        id: "lipids-cholesterol-2",
        question: { en: "Is the LDL target the same for everybody?", zh: "每个人的目标值都一样吗？" },
        options: [
          { en: "Yes, always 3.4", zh: "一样，都是3.4" },
          { en: "No, it depends on the whole picture", zh: "不一样，要看整体情况" },
          { en: "There is no target", zh: "没有目标值" },
        ],
        answer: 1,
        because: {
          en: "The higher the overall risk to heart and vessels, the lower the target.",
          zh: "心血管的总体风险越高，目标就越低。",
        },
      },
      {
        id: "lipids-cholesterol-3",
        question: {
          en: "On the medicine your LDL has become good. What now?",
          zh: "吃药后胆固醇降到了目标，接下来怎么办？",
        },
        options: [
          { en: "Stop it, you are cured", zh: "停药，已经好了" },
          { en: "Take it every second month", zh: "隔一个月吃一次" },
          { en: "Keep taking it and talk to the doctor before any change", zh: "继续吃，要改先问医生" },
        ],
        answer: 2,
        because: {
          en: "Without the medicine the value usually climbs again.",
          zh: "停药后，数值通常会再升上去。",
        },
      },
    ],
  },
  {
    id: "lipids-triglycerides",
    topic: "lipids",
    alsoFor: ["alcohol"],
    level: "do",
    grades: ["disease", "sub-health"],
    title: { en: "Triglycerides: drink, sugar and oil", zh: "甘油三酯：管住酒、糖和油" },
    minutes: 4,
    body: {
      en: [
        "Triglycerides are the fat your blood carries after eating. Fasting, under 1.7 mmol/L is suitable and 2.3 or more is high. They answer quickly to what you eat and drink.",
        "Alcohol: when triglycerides are high, it is best not to drink. The general limit for adults who drink is 15 grams of alcohol a day: about 450 ml of beer, or 150 ml of wine, or 30 ml of strong spirits.",
        "Sugar: leave out sweet drinks, and cut down on cakes and sweets. The liver turns spare sugar into this fat.",
        "Oil: at most 25 grams of cooking oil a day, about two and a half soup spoons. Steam, boil or braise instead of frying.",
        "Move for 30 minutes on five to seven days a week: brisk walking, swimming, climbing hills. If you carry too much weight, losing some of it lowers this number too.",
        "A value of 5.6 or more needs a doctor soon, because it can inflame the pancreas. Strong pain in the upper belly is a reason to go to hospital at once.",
      ],
      zh: [
        "甘油三酯是进食后血液携带的脂肪。空腹时低于1.7毫摩尔/升合适，2.3及以上为升高。它对吃喝的变化反应很快。",
        "酒：甘油三酯高的时候，最好不喝。一般饮酒的成年人，每天酒精不超过15克，大约是啤酒450毫升，或葡萄酒150毫升，或高度白酒30毫升。",
        "糖：不喝含糖饮料，少吃糕点甜食。肝脏会把多余的糖变成这种脂肪。",
        "油：每天烹调油不超过25克，大约两勺半汤匙。多蒸、煮、炖，少煎炸。",
        "每周五到七天，每天活动30分钟：快走、游泳、爬山都可以。体重偏高的人减掉一些，这个数字也会下降。",
        "达到5.6或更高，请尽快看医生，因为它可能引起胰腺发炎。上腹部剧烈疼痛，请马上去医院。",
      ],
    },
    source: sources.lipidsDiet2023,
    further: [sources.lipids2023, sources.dietary2022],
    check: [
      {
        en: "The drinks that hold 15 g of alcohol, and not drinking at all when triglycerides are high: from general knowledge of the guideline.",
        zh: "15克酒精的换算，以及甘油三酯升高时不饮酒：依据对指南的一般了解写成，请核对。",
      },
    ],
    status: "needs sign-off",
    quiz: [
      {
        id: "lipids-triglycerides-1",
        question: {
          en: "Your triglycerides are high. What about alcohol?",
          zh: "甘油三酯偏高时，酒怎么办？",
        },
        options: [
          { en: "Red wine is fine in any amount", zh: "红酒随便喝" },
          { en: "Best none for now", zh: "现在最好不喝" },
          { en: "Only spirits count", zh: "只有白酒才算" },
        ],
        answer: 1,
        because: {
          en: "Any alcohol makes the liver send out more of this fat.",
          zh: "任何酒里的酒精，都会让肝脏放出更多这种脂肪。",
        },
      },
      {
        id: "lipids-triglycerides-2",
        question: { en: "How much cooking oil a day at most?", zh: "每天烹调油最多多少？" },
        options: [
          { en: "25 grams", zh: "25克" },
          { en: "50 grams", zh: "50克" },
          { en: "100 grams", zh: "100克" },
        ],
        answer: 0,
        because: {
          en: "That is about two and a half soup spoons for one person.",
          zh: "大约是一个人两勺半汤匙。",
        },
      },
      {
        id: "lipids-triglycerides-3",
        question: { en: "Which drink helps?", zh: "喝哪种更好？" },
        options: [
          { en: "Juice", zh: "果汁" },
          { en: "Cola", zh: "可乐" },
          { en: "Water or plain tea", zh: "白水或淡茶" },
        ],
        answer: 2,
        because: {
          en: "Juice and cola both hold much sugar, which the liver turns into fat.",
          zh: "果汁和可乐都含很多糖，肝脏会把糖变成脂肪。",
        },
      },
    ],
  },
];
