import type { Piece } from "../education.ts";
import { sources } from "./sources.ts";

export const keeping: Piece[] = [
  {
    id: "keeping-well",
    topic: "healthy-keeping",
    alsoFor: ["sleep"],
    level: "do",
    grades: ["healthy", "sub-health"],
    title: { en: "Keeping well", zh: "把健康保持下去" },
    minutes: 4,
    body: {
      en: [
        "Good results are worth keeping. A few habits do most of the work, and they are the same ones that prevent the common diseases of later life.",
        "Move for 150 to 300 minutes a week so that you breathe faster but can still talk: brisk walking, cycling, swimming, dancing. On two days, add something for the muscles. Sit less; any movement counts.",
        "Eat many kinds of food: twelve a day and twenty-five a week. Vegetables at every meal, fruit, milk, soya, whole grains and fish; little salt, oil and sugar.",
        "Sleep seven to eight hours, at regular times. Keep an evening free for people you like.",
        "Do not smoke, and ask us if you want help to stop. If you drink, keep it to 15 grams of alcohol a day at most; none is better.",
        "Know four numbers: blood pressure, waist, fasting glucose and LDL cholesterol. Come to your next checkup on time, so that a change is seen while it is small.",
      ],
      zh: [
        "好结果值得保持。几个习惯就能起大部分作用，它们也正是预防常见慢性病的办法。",
        "每周活动150到300分钟，到呼吸加快但还能说话的程度：快走、骑车、游泳、跳舞。每周两天再加一点力量练习。少坐，动一动都算数。",
        "吃得多样：每天十二种，每周二十五种以上。餐餐有蔬菜，常吃水果、奶、豆、全谷物和鱼；少盐、少油、少糖。",
        "每天睡七到八小时，作息规律。留一个晚上给喜欢的人。",
        "不吸烟；想戒烟，我们可以帮忙。如果喝酒，每天酒精不超过15克，不喝更好。",
        "记住四个数：血压、腰围、空腹血糖、低密度脂蛋白胆固醇。按时来体检，有变化时才能早早看见。",
      ],
    },
    source: sources.activity2020,
    further: [sources.dietary2022, sources.healthyChina2019],
    status: "needs sign-off",
    quiz: [
      {
        id: "keeping-well-1",
        question: { en: "How much movement a week is advised for adults?", zh: "建议成年人每周活动多久？" },
        options: [
          { en: "10 minutes", zh: "10分钟" },
          { en: "150 to 300 minutes", zh: "150到300分钟" },
          { en: "Only on holidays", zh: "放假才需要" },
        ],
        answer: 1,
        because: {
          en: "At a pace at which you can talk but breathe faster. Short bouts add up.",
          zh: "以呼吸加快但还能说话为度，一小段一小段也可以加起来。",
        },
      },
      {
        id: "keeping-well-2",
        question: {
          en: "How many kinds of food does the guideline advise each day?",
          zh: "指南建议每天吃多少种食物？",
        },
        options: [
          { en: "Twelve", zh: "十二种" },
          { en: "Three", zh: "三种" },
          { en: "One is enough if it is healthy", zh: "只要健康，一种就够" },
        ],
        answer: 0,
        because: {
          en: "No single food has everything. Variety covers what the body needs.",
          zh: "没有一种食物什么都有，多样才能满足身体的需要。",
        },
      },
      {
        id: "keeping-well-3",
        question: {
          en: "Your results are good. Why come again on time?",
          zh: "结果很好，为什么还要按时再来？",
        },
        options: [
          { en: "There is no reason", zh: "没有必要" },
          { en: "To collect paper", zh: "为了多一份报告" },
          { en: "To see a change while it is small", zh: "有变化时能早看见" },
        ],
        answer: 2,
        because: {
          en: "Most changes cannot be felt at first, and small ones are easier to turn.",
          zh: "多数变化一开始感觉不到，变化小的时候更容易扭转。",
        },
      },
    ],
  },
];
