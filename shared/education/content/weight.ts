import type { Piece } from "../education.ts";
import { sources } from "./sources.ts";

export const weight: Piece[] = [
  {
    id: "weight-waist",
    topic: "weight",
    alsoFor: ["metabolic-syndrome"],
    notFor: ["bmi-underweight"],
    level: "do",
    grades: ["disease", "sub-health"],
    title: { en: "Waist and weight: a goal you can reach", zh: "腰围和体重：定一个够得着的目标" },
    minutes: 5,
    body: {
      en: [
        "BMI is your weight in kilograms divided by your height in metres, twice. In China 18.5 to under 24 is normal, 24 to under 28 is overweight, and 28 or more is obesity.",
        "Fat around the belly weighs more on health than fat elsewhere. So measure your waist: halfway between the lowest rib and the hip bone, standing, at the end of a normal breath out. The line is 90 cm for men and 85 cm for women.",
        "Begin with 5 % of your weight within six months. At 80 kg that is 4 kg. It already helps blood pressure, sugar and the liver. More may follow later.",
        "Half a kilogram to one kilogram a week is fast enough. Weigh yourself once a week, at the same time, and note it down.",
        "Smaller portions, more vegetables, fewer sweet drinks and late snacks, and at least 150 minutes of movement a week. Change one habit at a time and keep it.",
        "If you are over 65, pregnant, or losing weight without trying, speak to your doctor before you aim to lose weight.",
      ],
      zh: [
        "体重指数等于体重（公斤）除以身高（米）的平方。我国标准：18.5到24以下为正常，24到28以下为超重，28及以上为肥胖。",
        "肚子上的脂肪比其他地方的更影响健康，所以要量腰围：站直，在最下面的肋骨和髋骨上缘的中间，正常呼气末量。界线是男性90厘米，女性85厘米。",
        "先定一个目标：六个月内减掉体重的5%。80公斤的人就是4公斤，这已经对血压、血糖和肝脏有好处，以后可以再往前走。",
        "每周减半公斤到一公斤就够快了。每周同一时间称一次，并记下来。",
        "饭量小一点，蔬菜多一点，少喝甜饮料、少吃夜宵，每周至少活动150分钟。一次改一个习惯，改了就坚持。",
        "如果您超过65岁、怀孕，或没有刻意减重却变瘦，减重之前请先和医生谈谈。",
      ],
    },
    source: sources.obesity2024,
    further: [sources.weight2013, sources.activity2020],
    status: "needs sign-off",
    quiz: [
      {
        id: "weight-waist-1",
        question: { en: "What is a good first goal?", zh: "第一个合适的目标是什么？" },
        options: [
          { en: "5 % of your weight in six months", zh: "六个月减掉体重的5%" },
          { en: "10 kg in one month", zh: "一个月减10公斤" },
          { en: "The weight you had at 16", zh: "回到16岁时的体重" },
        ],
        answer: 0,
        because: {
          en: "It can be reached and kept, and it already does good.",
          zh: "这个目标能达到、能保持，而且已经有好处。",
        },
      },
      {
        id: "weight-waist-2",
        question: { en: "Where is the waist measured?", zh: "腰围量哪里？" },
        options: [
          { en: "Where the belt sits", zh: "系皮带的地方" },
          { en: "At the widest part of the hips", zh: "臀部最宽处" },
          { en: "Halfway between the lowest rib and the hip bone", zh: "最下肋骨和髋骨上缘的中间" },
        ],
        answer: 2,
        because: {
          en: "Belts slip. A fixed place makes today's number comparable with the next.",
          zh: "皮带会移位，固定的位置才能前后比较。",
        },
      },
      {
        id: "weight-waist-3",
        question: { en: "How often is it enough to weigh yourself?", zh: "多久称一次体重就够了？" },
        options: [
          { en: "After every meal", zh: "每顿饭后" },
          { en: "Once a week, at the same time", zh: "每周一次，同一时间" },
          { en: "Once in two years", zh: "两年一次" },
        ],
        answer: 1,
        because: {
          en: "Weight moves a little each day with water and food. A week shows the direction.",
          zh: "体重每天会随水分和食物有小的波动，隔一周才看得出趋势。",
        },
      },
    ],
  },
];
