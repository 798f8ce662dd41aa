/**
 * Made by tools/build/folded-characters.ts from the words of the rules: pairs of a character and the one it is taken for. First of each the
 * simplified one; 臺 is taken for 台.
 */
export const FOLDED_CHARACTERS =
  '并並个個传傳册冊别別动動务務区區员員问問报報学學写寫专專寻尋对對帐帳态態凭憑户戶择擇数數于於时時书書会會条條标標机機没沒热熱状狀发發众眾确確码碼称稱纪紀细細绍紹络絡统統经經网網线線习習联聯荐薦号號见見讯訊记記设設注註询詢话話详詳认認说說课課请請证證识識护護读讀资資输輸进進过過选選录錄键鍵门門开開间間阅閱关關电電页頁项項题題愿願类類显顯验驗账帳臺台';
