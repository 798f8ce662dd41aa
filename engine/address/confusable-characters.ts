/**
 * Made by tools/build/confusable-characters.ts from Unicode's list of confusable characters: each letter of the official hosts, and behind it
 * the characters of other scripts that are taken for it.
 */
export const CONFUSABLE_CHARACTERS =
  'aɑαаᗅ⍶⍺ꓮꭺ𐊠𖽀 c¢ȼςσсҫᴄ₡ⲥꓚꮯ𐊢𐌂𐐽𐔜𑣩𑣲🅮🝌 dðđƌɖɗԁᑯᗞᗪ₫ꓒꓓꭰꮷ eɇεеҽҿ℮⋿ⴹꓰꬲꭼ𐊆𑣆𑣎 gƍǥɠɡԍցᏻᶃꓖꮐ hħɦηнћңһӈӊհᏺᕼⱨⲏꓧꚕꮋꮒ𐋏 lıłƚǀɨɩɪɫɭιіӏ׀וןا١ٳ۱ߊᒪᛁᵻᵼ∣⍳⍸⏽│ⲓⳑⵏꓡꓲꙇꭵꮮ𐊊𐌉𐌠𐑃𐔦𑣃𑣒𖼖𖼨𝈪𞣇 nƞɲɳηνոռᵰⲛꓠ𐆎𐔓 oøɵθοσоѳөօסه٥ھہە۵ۿ߀०০੦૦ଠ୦௦౦೦ഠ൦๐໐တဝ၀ჿዐᴏᴑ⊖⊝⍬ⲟⴱⵁⵔ〇ꓳꝋꬽꬾꭴꮎꮻ𐊒𐊫𐐬𐓪𐔖𑓐𑣈𑣕𑣗𑣠𝈚🜔 pƥρрᑭᵽ⍴ⲣꓑꮲ𐊕 rɍɼɽʀгғᖇᴦᵲⲅꓣꭇꭈꭱꮁꮢ𐓜𖼵𝈖 sƽʂѕտᵴꓢꜱꮥꮪ𐊖𐑈𑣁𖼺 tŧƭʈτтҭᵵ₮⊤⍡⟙ⱦⲧꓔꭲ𐊗𐊱𐌕𑣜𖼊🝨 vνѵט٧۷ᐯᴠ∨⋁ⴸꓦꛟꮩ𐆗𐔝𑜆𑣀𖼈𝈍🜈 wɯѡѽԝաᴡ₩ꓪꝡꮃꮤ𑓅𑜊𑜎𑜏𑣦𑣯';
