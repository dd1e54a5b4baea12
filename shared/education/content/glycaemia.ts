import type { Piece } from "../education.ts";
import { sources } from "./sources.ts";

export const glycaemia: Piece[] = [
  {
    id: "glucose-numbers",
    topic: "glycaemia",
    alsoFor: ["metabolic-syndrome"],
    notFor: ["glucose-very-low"],
    level: "know",
    grades: ["disease", "needs-confirmation", "sub-health"],
    title: { en: "Fasting glucose and HbA1c", zh: "读懂空腹血糖和糖化血红蛋白" },
    minutes: 4,
    body: {
      en: [
        "Fasting glucose is the sugar in your blood after at least eight hours without food. It is a picture of one morning.",
        "HbA1c shows how much sugar the blood has carried over the past two to three months. It is like an average, and one meal does not change it.",
        "Fasting glucose under 6.1 mmol/L is normal. From 6.1 to under 7.0 is raised, but not diabetes: it is often called prediabetes. 7.0 or more is in the range of diabetes. For HbA1c that range starts at 6.5 %.",
        "Without symptoms, one value in the range of diabetes must be confirmed by a second one before anybody says diabetes. A bad night, an illness or a late snack can change a single value.",
        "Prediabetes often goes back to normal with steady changes in food, weight and movement. Have it measured every six months, so that you can see what your effort does.",
        "Great thirst, passing much water and losing weight without trying are signs to see a doctor soon, without waiting for the re-check.",
      ],
      zh: [
        "空腹血糖，是至少八小时没吃东西时血液里的糖，反映的是这一个早晨。",
        "糖化血红蛋白反映过去两到三个月血糖的总体水平，像一个平均数，不会因为一顿饭而改变。",
        "空腹血糖低于6.1毫摩尔/升为正常；6.1到7.0以下偏高，但不是糖尿病，常叫糖尿病前期；7.0及以上到了糖尿病的范围。糖化血红蛋白的这条线是6.5%。",
        "没有症状时，一次数值到了糖尿病范围，必须再查一次证实，才能下诊断。没睡好、生病或夜里吃了东西，都可能影响一次结果。",
        "糖尿病前期通过坚持调整饮食、体重和运动，常常可以回到正常。每六个月查一次，您就能看到努力的效果。",
        "如果特别口渴、尿很多、没有刻意减重却变瘦，请尽快看医生，不必等到复查那天。",
      ],
    },
    source: sources.diabetes2020,
    further: [sources.healthyChina2019],
    status: "needs sign-off",
    quiz: [
      {
        id: "glucose-numbers-1",
        question: { en: "What does HbA1c show?", zh: "糖化血红蛋白反映什么？" },
        options: [
          { en: "The sugar of this morning", zh: "今天早上的血糖" },
          { en: "How much fat you ate yesterday", zh: "昨天吃了多少油" },
          { en: "The general level of the past two to three months", zh: "过去两三个月的总体水平" },
        ],
        answer: 2,
        because: {
          en: "It changes slowly. That is why it is not measured again after a few days.",
          zh: "它变化很慢，所以不会隔几天就复查。",
        },
      },
      {
        id: "glucose-numbers-2",
        question: {
          en: "Fasting glucose is 6.5 mmol/L. What is it?",
          zh: "空腹血糖6.5毫摩尔/升，属于什么？",
        },
        options: [
          { en: "Raised, but not diabetes", zh: "偏高，但不是糖尿病" },
          { en: "Normal", zh: "正常" },
          { en: "Certainly diabetes", zh: "肯定是糖尿病" },
        ],
        answer: 0,
        because: {
          en: "From 6.1 to under 7.0 is raised. This is the range in which changes help most.",
          zh: "6.1到7.0以下为偏高，正是改变生活方式最见效的时候。",
        },
      },
      {
        id: "glucose-numbers-3",
        question: {
          en: "One fasting value is 7.4 and you feel well. What comes next?",
          zh: "一次空腹血糖7.4，没有不适，下一步是什么？",
        },
        options: [
          { en: "Start tablets from a relative", zh: "先吃亲戚的降糖药" },
          { en: "A second test to confirm", zh: "再查一次来证实" },
          { en: "Nothing for a year", zh: "一年内不用管" },
        ],
        answer: 1,
        because: {
          en: "Without symptoms, diabetes needs two values. The second test is what settles it.",
          zh: "没有症状时，诊断糖尿病需要两次结果，第二次检查才能说清楚。",
        },
      },
    ],
  },
  {
    id: "glucose-eating",
    topic: "glycaemia",
    notFor: ["glucose-very-low"],
    level: "do",
    grades: ["disease", "sub-health"],
    title: { en: "Eating for steadier blood sugar", zh: "怎样吃，血糖更平稳" },
    minutes: 5,
    body: {
      en: [
        "You do not have to give up rice or noodles. Decide on one amount for each meal and keep to it.",
        "Let about one third of your staple food be whole grains and beans: brown rice, oats, millet, buckwheat, red beans, mung beans. They raise blood sugar more slowly than white rice or white flour.",
        "Eat in this order: vegetables first, then meat, fish, egg or tofu, and the staple last. Eat slowly. Have vegetables at every meal.",
        "Drink water or plain tea. Sweet drinks and juice raise blood sugar fast. Eat fruit whole, in a modest amount.",
        "Keep meals regular. Move after eating: a walk is enough to begin with. Aim for at least 150 minutes of brisk movement a week.",
        "If you use insulin or tablets for diabetes, talk to your doctor before a large change in food or exercise, so that your sugar does not fall too low.",
      ],
      zh: [
        "不必戒掉米饭和面条，给每餐的主食定一个量，并坚持下来。",
        "主食里大约三分之一换成全谷物和杂豆：糙米、燕麦、小米、荞麦、红豆、绿豆。它们升血糖比白米白面慢。",
        "按这个顺序吃：先吃蔬菜，再吃肉、鱼、蛋或豆腐，最后吃主食。慢慢吃，每餐都有蔬菜。",
        "喝白水或淡茶。含糖饮料和果汁升血糖很快。水果吃整个的，量要适当。",
        "三餐定时。饭后动一动，从散步开始就好。每周至少150分钟快走这样的活动。",
        "如果您在用胰岛素或降糖药，要大幅改变饮食或运动，请先和医生商量，以免血糖过低。",
      ],
    },
    source: sources.diabetesDiet2023,
    further: [sources.diabetes2020, sources.activity2020],
    check: [
      {
        en: "One third of the staple as whole grains and the order of eating: read in second-hand accounts.",
        zh: "“全谷物杂豆占主食三分之一”和“进餐顺序”：取自转述，请核对原文。",
      },
    ],
    status: "needs sign-off",
    quiz: [
      {
        id: "glucose-eating-1",
        question: { en: "In which order do you eat?", zh: "按什么顺序吃？" },
        options: [
          { en: "Vegetables, then protein food, staple last", zh: "蔬菜、蛋白质食物、最后主食" },
          { en: "Staple first, while hungry", zh: "先吃主食垫肚子" },
          { en: "Fruit juice, then staple", zh: "先喝果汁，再吃主食" },
        ],
        answer: 0,
        because: {
          en: "Fibre and protein first slow the sugar that comes from the staple.",
          zh: "先吃蔬菜和蛋白质食物，主食里的糖就吸收得慢一些。",
        },
      },
      {
        id: "glucose-eating-2",
        question: { en: "Which staple raises blood sugar more slowly?", zh: "哪种主食升血糖更慢？" },
        options: [
          { en: "White rice porridge", zh: "白米粥" },
          { en: "White steamed bread", zh: "白馒头" },
          { en: "Rice cooked with oats and beans", zh: "加了燕麦和豆子的杂粮饭" },
        ],
        answer: 2,
        because: {
          en: "Whole grains and beans keep their fibre, so they are digested more slowly.",
          zh: "全谷物和杂豆保留了膳食纤维，消化得慢。",
        },
      },
      {
        id: "glucose-eating-3",
        question: {
          en: "You use insulin and want to halve your staple food. What first?",
          zh: "您在打胰岛素，想把主食减半，先做什么？",
        },
        options: [
          { en: "Do it at once", zh: "马上就减" },
          { en: "Talk to your doctor", zh: "和医生商量" },
          { en: "Stop the insulin", zh: "停胰岛素" },
        ],
        answer: 1,
        because: {
          en: "The dose fits what you eat. Changing one without the other can bring sugar too low.",
          zh: "用药量是和饮食配好的，只改一头，血糖可能过低。",
        },
      },
    ],
  },
];
