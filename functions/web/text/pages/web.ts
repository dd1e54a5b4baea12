import { words } from "../bilingual.ts";

export const web = words(["page", "role"], {
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
  },
});
