import type { Piece } from "../education.ts";
import { sources } from "./sources.ts";

export const bloodPressure: Piece[] = [
  {
    id: "bp-one-reading",
    topic: "blood-pressure",
    alsoFor: ["metabolic-syndrome", "cardiovascular-risk"],
    level: "know",
    grades: ["disease", "needs-confirmation", "sub-health"],
    title: { en: "What one high blood pressure reading means", zh: "一次血压偏高意味着什么" },
    minutes: 4,
    body: {
      en: [
        "Blood pressure has two numbers. The upper one is the pressure while the heart squeezes. The lower one is the pressure while it rests between two beats.",
        "Measured in a clinic, under 120 and under 80 mmHg is normal. An upper number of 140 or more, or a lower one of 90 or more, is high. In between is called high-normal: a good time to act early.",
        "The numbers move all day. Hurry, worry, coffee, smoking or a full bladder can raise them for a while. So one high reading is a reason to look again. It is not yet a diagnosis.",
        "To be sure, a doctor looks at readings from three different days, at readings taken at home, or at a recorder worn for 24 hours. At home the line is a little lower: an average of 135/85 or more counts as high.",
        "If you ever read 180 or more above, or 110 or more below: sit down, rest for a few minutes and measure again. If it stays there, speak to a doctor the same day. With chest pain, short breath, a severe headache, trouble seeing or speaking, or weakness on one side, call 120.",
      ],
      zh: [
        "血压有两个数：上面的数（收缩压）是心脏收缩时的压力，下面的数（舒张压）是两次心跳之间心脏放松时的压力。",
        "在诊室测量，上压低于120且下压低于80毫米汞柱为正常；上压达到140或下压达到90为偏高；介于两者之间叫正常高值，正是及早行动的好时候。",
        "血压一天里一直在变。赶路、紧张、喝咖啡、吸烟、憋尿都会让它暂时升高。所以一次偏高说明需要再测，还不是诊断。",
        "要弄清楚，医生会看不同日子的三次测量、在家自测的记录，或佩戴24小时的动态血压。在家测的界线稍低：平均达到135/85就算偏高。",
        "如果测到上压180以上或下压110以上，请坐下休息几分钟再测一次。仍然这么高，当天联系医生。如果同时有胸痛、气短、剧烈头痛、看不清、说话不清或一侧身体无力，请拨打120。",
      ],
    },
    source: sources.hypertension2024,
    further: [sources.abnormal2019],
    status: "needs sign-off",
    quiz: [
      {
        id: "bp-one-reading-1",
        question: {
          en: "You had one reading of 146/88. What does it mean?",
          zh: "您有一次测得146/88，这说明什么？",
        },
        options: [
          { en: "You have high blood pressure for life", zh: "从此就是高血压病人" },
          { en: "It should be measured again on other days", zh: "需要在其他日子再测" },
          { en: "The device is broken", zh: "血压计坏了" },
        ],
        answer: 1,
        because: {
          en: "One reading can be high for many passing reasons. Readings on other days, or at home, show what is usual for you.",
          zh: "一次偏高可能有许多暂时的原因。其他日子或在家的测量，才能看出您平时的水平。",
        },
      },
      {
        id: "bp-one-reading-2",
        question: {
          en: "At home, from which average does blood pressure count as high?",
          zh: "在家自测，平均达到多少算偏高？",
        },
        options: [
          { en: "135/85", zh: "135/85" },
          { en: "140/90", zh: "140/90" },
          { en: "160/100", zh: "160/100" },
        ],
        answer: 0,
        because: {
          en: "People are calmer at home, so the line there is lower than the 140/90 used in a clinic.",
          zh: "在家更放松，所以家庭的界线比诊室的140/90低一些。",
        },
      },
      {
        id: "bp-one-reading-3",
        question: {
          en: "You read 184/112 and feel well. What do you do first?",
          zh: "您测到184/112，没有不适，先做什么？",
        },
        options: [
          { en: "Wait for next year's checkup", zh: "等明年体检再说" },
          { en: "Take somebody else's tablets", zh: "吃别人的降压药" },
          {
            en: "Rest, measure again, and speak to a doctor the same day if it stays",
            zh: "休息后再测，仍高就当天联系医生",
          },
        ],
        answer: 2,
        because: {
          en: "A second reading after rest shows whether it stays. If it does, it should not wait until tomorrow.",
          zh: "休息后再测才知道是否持续。如果持续，就不要等到明天。",
        },
      },
    ],
  },
  {
    id: "bp-home-measuring",
    topic: "blood-pressure",
    level: "do",
    grades: ["disease", "needs-confirmation", "sub-health"],
    title: { en: "Measuring blood pressure at home", zh: "在家正确测量血压" },
    minutes: 5,
    body: {
      en: [
        "Use an electronic device with a cuff for the upper arm that has been tested for accuracy. The cuff should fit your arm: one that is too small reads too high.",
        "For half an hour before, no coffee, no smoking, no exercise. Empty your bladder. Then sit quietly for five minutes.",
        "Sit with your back supported and both feet flat on the floor. Rest the arm on a table so that the cuff is level with your heart. Do not talk while the device works.",
        "Measure in the morning, within an hour of getting up, before breakfast and before any tablets; and again in the evening. Each time take two or three readings, one minute apart.",
        "Do this for five to seven days in a row before you see the doctor. Write down every reading, not only the good ones. The average says more than any single number.",
        "If you take blood pressure tablets, keep taking them as agreed. Show your record to your doctor before anything is changed.",
      ],
      zh: [
        "请用经过准确性验证的上臂式电子血压计。袖带大小要合适：袖带太小，测出来会偏高。",
        "测量前半小时不喝咖啡、不吸烟、不运动，先排尿，然后安静坐五分钟。",
        "坐着测，背有靠，双脚平放在地上。手臂放在桌上，让袖带和心脏一样高。测量时不说话。",
        "早上起床后一小时内、吃早饭和吃药之前测；晚上再测。每次测两到三遍，中间隔一分钟。",
        "看医生之前，连续测五到七天。每个读数都记下来，不要只记好看的。平均值比任何单个数字更能说明问题。",
        "如果您在吃降压药，请照原来说好的继续吃。要调整之前，先把记录给医生看。",
      ],
    },
    source: sources.homePressure2019,
    further: [sources.hypertension2024],
    check: [
      {
        en: "Five to seven days in a row, two or three readings a minute apart: read in second-hand accounts of the 2019 guideline.",
        zh: "“连续5～7天、每次2～3遍、间隔1分钟”：取自对2019年指南的转述，请核对原文。",
      },
    ],
    status: "needs sign-off",
    quiz: [
      {
        id: "bp-home-measuring-1",
        question: { en: "When is the morning reading taken?", zh: "早上的血压什么时候测？" },
        options: [
          { en: "Before breakfast and before tablets", zh: "吃早饭和吃药之前" },
          { en: "Right after a morning run", zh: "晨跑之后马上测" },
          { en: "After the second cup of coffee", zh: "喝完第二杯咖啡之后" },
        ],
        answer: 0,
        because: {
          en: "Food, tablets, coffee and exercise all move the numbers. Before them, readings can be compared from day to day.",
          zh: "吃饭、吃药、咖啡和运动都会影响读数。在这之前测，天天之间才好比较。",
        },
      },
      {
        id: "bp-home-measuring-2",
        question: { en: "Where should the cuff be?", zh: "袖带应在什么位置？" },
        options: [
          { en: "On the wrist, hanging down", zh: "手腕上，手自然下垂" },
          { en: "On the upper arm, over a thick sleeve", zh: "上臂，隔着厚衣袖" },
          { en: "On the upper arm, level with the heart", zh: "上臂，与心脏同高" },
        ],
        answer: 2,
        because: {
          en: "A cuff below the heart or over thick cloth gives a wrong reading.",
          zh: "袖带低于心脏或隔着厚衣服，读数都不准。",
        },
      },
      {
        id: "bp-home-measuring-3",
        question: {
          en: "One reading looks much too high. What do you do with it?",
          zh: "有一次读数高得出奇，怎么办？",
        },
        options: [
          { en: "Leave it out of the record", zh: "不记它" },
          { en: "Write it down with the others", zh: "和其他读数一起记下" },
          { en: "Take an extra tablet", zh: "多吃一片药" },
        ],
        answer: 1,
        because: {
          en: "The doctor needs the whole record. Never add a tablet because of one number.",
          zh: "医生需要完整的记录。不要因为一个数字自己加药。",
        },
      },
    ],
  },
  {
    id: "bp-salt",
    topic: "blood-pressure",
    level: "do",
    grades: ["disease", "sub-health"],
    title: { en: "Eating with less salt", zh: "少吃一点盐" },
    minutes: 4,
    body: {
      en: [
        "Salt holds water in the body and raises blood pressure. The advice for adults in China is no more than 5 grams of salt a day, from all food together. WHO gives the same line: less than 5 grams.",
        "Much of it is hidden: soy sauce, oyster sauce, bean paste, pickles, cured meat, instant noodles, snacks. Count these, not only the salt you add.",
        "Read the label for sodium. 2,000 milligrams of sodium is the same as 5 grams of salt.",
        "Put a measuring spoon in the salt jar and see what you use now. Then use a little less each week. Add salt at the end of cooking. Let garlic, ginger, vinegar, lemon, pepper and mushrooms give the taste.",
        "Leave the soup in noodle and hot-pot dishes: it keeps most of the salt.",
        "Low-sodium salt holds potassium. If your kidneys are weak, or you take blood pressure tablets, ask your doctor before you use it.",
      ],
      zh: [
        "盐会让身体留住水分，使血压升高。我国建议成年人每天吃盐不超过5克，所有食物里的盐都算在内；世界卫生组织的建议也是少于5克。",
        "很多盐是看不见的：酱油、蚝油、豆瓣酱、咸菜、腊肉、方便面、零食。要算上这些，不只是炒菜放的盐。",
        "看食品标签上的“钠”。2000毫克钠相当于5克盐。",
        "在盐罐里放一把限盐勺，看看现在用多少，然后每周少用一点。出锅前再放盐，用葱、姜、蒜、醋、柠檬、胡椒、香菇来提味。",
        "吃面和火锅时，汤里的盐最多，少喝汤。",
        "低钠盐里有钾。如果肾功能不好，或正在吃降压药，用之前先问医生。",
      ],
    },
    source: sources.dietary2022,
    further: [sources.sodium2012],
    check: [
      {
        en: "Who should ask before using low-sodium salt: written from general knowledge.",
        zh: "哪些人用低钠盐前应先咨询：依据一般常识写成，请核对。",
      },
    ],
    status: "needs sign-off",
    quiz: [
      {
        id: "bp-salt-1",
        question: {
          en: "How much salt a day is the limit for an adult?",
          zh: "成年人每天吃盐的上限是多少？",
        },
        options: [
          { en: "12 grams", zh: "12克" },
          { en: "5 grams", zh: "5克" },
          { en: "There is no limit if food tastes mild", zh: "吃着不咸就没有上限" },
        ],
        answer: 1,
        because: {
          en: "Five grams a day, hidden salt included. Food can hold a lot of salt without tasting salty.",
          zh: "每天5克，包括看不见的盐。有些食物吃着不咸，含盐却不少。",
        },
      },
      {
        id: "bp-salt-2",
        question: {
          en: "Which word on the label tells you about salt?",
          zh: "标签上看哪一项能知道盐的多少？",
        },
        options: [
          { en: "Sodium", zh: "钠" },
          { en: "Protein", zh: "蛋白质" },
          { en: "Fibre", zh: "膳食纤维" },
        ],
        answer: 0,
        because: {
          en: "Salt is mostly counted as sodium: 2,000 mg of sodium makes 5 g of salt.",
          zh: "盐用钠来表示：2000毫克钠等于5克盐。",
        },
      },
      {
        id: "bp-salt-3",
        question: {
          en: "You take blood pressure tablets and want low-sodium salt. What first?",
          zh: "您在吃降压药，想用低钠盐，先做什么？",
        },
        options: [
          { en: "Use as much as you like", zh: "想用多少用多少" },
          { en: "Stop the tablets", zh: "停药" },
          { en: "Ask your doctor", zh: "问医生" },
        ],
        answer: 2,
        because: {
          en: "It holds potassium, which some tablets and weak kidneys can let build up.",
          zh: "低钠盐含钾，有些药物或肾功能不好时，钾容易在体内升高。",
        },
      },
    ],
  },
];
