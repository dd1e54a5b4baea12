import { words } from "../bilingual.ts";

export const web = words(["page", "role", "welcome"], {
  en: {
    "page.failed": "Something went wrong here. Nothing was changed; please try again.",
    "role.front-desk": "Front desk",
    "role.nurse": "Nurse",
    "role.physician": "Physician",
    "role.health-manager": "Health manager",
    "role.manager": "Centre manager",
    "role.hr": "Company HR",
    "role.client": "Client",
    "role.lis": "Laboratory system",
    "role.job": "By itself",
    "welcome.title": "You are signed in",
    "welcome.hr": "Nothing about anybody's health is ever shown here. Your company's group exams will be.",
    "welcome.none": "This version has no page for your role yet.",
  },
  zh: {
    "page.failed": "系统出现问题，未作任何更改，请重试。",
    "role.front-desk": "前台",
    "role.nurse": "护士",
    "role.physician": "医师",
    "role.health-manager": "健康管理师",
    "role.manager": "中心主任",
    "role.hr": "企业人事",
    "role.client": "客户",
    "role.lis": "检验系统",
    "role.job": "系统自动",
    "welcome.title": "您已登录",
    "welcome.hr": "此处永远不会显示任何人的健康信息；贵单位的团检安排将在这里管理。",
    "welcome.none": "本版本尚无适合您角色的页面。",
  },
});
