/// How customers and the assistant begin and end in one language.
struct Voice {
  let names: [String]
  let regions: [String]
  let asides: [String]
  let greetings: [String]
  let openings: [String]
  let closings: [String]
  let cities: [String]
  let refusal: String

  static func of(_ language: Language) -> Voice {
    voices[language] ?? english
  }

  static let english = Voice(
    names: [
      "Amara", "Tom", "Priya", "Joan", "Callum", "Nkechi", "Wei Ling", "Siobhán", "Marek", "Leila",
      "Oskar", "Dev", "Ruth", "Hamid", "Zoë", "Grace", "Ian", "Thandiwe", "Bea", "Rowan",
    ],
    regions: ["UK", "UK", "EU", "US", "US", "APAC"],
    asides: [
      "I've been a customer for six years and never had this.",
      "Please don't send me a link to the FAQ, I have read it.",
      "Sorry for the typos, I'm on the bus.", "I attached a screenshot.", "thanks in advance!",
      "Your phone line hung up on me after 25 minutes.", "Not urgent, but I'd like to understand.",
      "This is the second time this month.",
      "My partner says I should just give up, but it's the principle.",
      "If it helps, I paid by card.", "Can someone answer today?",
      "Order was placed from my work address.",
      "Love the shop otherwise.", "I am 74, please explain it slowly.",
      "(Using a translator, excuse my English.)",
      "Ticket from last week is still open by the way.", "cheers",
      "The chat window closed before I could read the answer.",
      "And no, I don't want a voucher.", "I need it in writing.",
    ],
    greetings: ["", "", "", "Hi, ", "Hello! ", "Good morning. ", "hey ", "Hi there, "],
    openings: [
      "", "", "", "Hi {name}, ", "Hello {name},\n\n", "Thanks for getting in touch, {name}. ",
      "Hi there! ",
      "Thank you for your message. ",
    ],
    closings: [
      "", "", "", " Is there anything else I can do for you?", "\n\nBest wishes\nMarlowick Support",
      "\n\nKind regards,\nMarlowick Customer Care", " Just reply here if anything is unclear.",
      " Have a good day!",
    ],
    cities: [
      "Bristol", "Leeds", "Cork", "Aarhus", "Portland", "Halifax", "Perth", "Utrecht", "Tallinn",
      "Madison",
    ],
    refusal: "I'm sorry, but I can't help with that request."
  )

  private static let voices: [Language: Voice] = [
    .de: Voice(
      names: ["Jutta", "Emre", "Anneliese", "Björn", "Katharina", "Yusuf"], regions: ["EU"],
      asides: [
        "Ich erwarte eine Antwort bis morgen.", "Danke im Voraus!", "Zum dritten Mal dieses Jahr.",
        "Screenshot im Anhang.",
      ],
      greetings: ["", "", "Guten Tag, ", "Hallo, "],
      openings: [
        "", "Guten Tag {name}, ", "Hallo {name},\n\n", "Vielen Dank für Ihre Nachricht. ",
      ],
      closings: [
        "", "", "\n\nFreundliche Grüße\nIhr Marlowick-Kundendienst",
        " Melden Sie sich gern, wenn noch etwas offen ist.",
      ],
      cities: ["Leipzig", "Graz", "Kiel", "Winterthur"],
      refusal: "Es tut mir leid, dabei kann ich Ihnen nicht helfen."),
    .fr: Voice(
      names: ["Élodie", "Mamadou", "Jean-Luc", "Inès"], regions: ["EU", "US"],
      asides: [
        "Merci d'avance.", "C'est la deuxième fois ce mois-ci.", "Je suis cliente depuis 2018.",
      ],
      greetings: ["", "Bonjour, ", ""],
      openings: ["", "Bonjour {name}, ", "Merci pour votre message. "],
      closings: [
        "", "", "\n\nCordialement,\nLe service client Marlowick",
        " Puis-je faire autre chose pour vous ?",
      ],
      cities: ["Nantes", "Liège", "Sherbrooke", "Lausanne"],
      refusal: "Je suis désolé, je ne peux pas vous aider à ce sujet."),
    .es: Voice(
      names: ["Lucía", "Joaquín", "Marisol", "Íñigo"], regions: ["LATAM", "LATAM", "EU"],
      asides: ["Gracias de antemano.", "Adjunto captura.", "Es la tercera vez que escribo."],
      greetings: ["", "Hola, ", "Buenas tardes. "],
      openings: ["", "Hola {name}: ", "Gracias por escribirnos. "],
      closings: [
        "", "", "\n\nUn saludo,\nAtención al cliente Marlowick",
        " ¿Hay algo más en lo que pueda ayudarle?",
      ],
      cities: ["Rosario", "Puebla", "Bilbao", "Valdivia"],
      refusal: "Lo siento, no puedo ayudarle con eso."),
    .pt: Voice(
      names: ["Conceição", "Thiago", "Inês"], regions: ["LATAM", "EU"],
      asides: ["Obrigado!", "Já é a segunda vez."],
      greetings: ["", "Olá, "], openings: ["", "Oi {name}, "],
      closings: ["", " Posso ajudar em mais alguma coisa?"],
      cities: ["Recife", "Braga"], refusal: "Desculpe, não posso ajudar com isso."),
    .it: Voice(
      names: ["Fiorella", "Davide"], regions: ["EU"], asides: ["Grazie.", "Allego una foto."],
      greetings: ["", "Buongiorno, "], openings: ["", "Buongiorno {name}, "],
      closings: ["", "\n\nCordiali saluti\nMarlowick"],
      cities: ["Trieste", "Lecce"], refusal: "Mi dispiace, non posso aiutarla."),
    .pl: Voice(
      names: ["Grażyna", "Łukasz"], regions: ["EU"],
      asides: ["Z góry dziękuję.", "To już drugi raz."],
      greetings: ["", "Dzień dobry, "], openings: ["", "Dzień dobry, "],
      closings: ["", " Czy mogę jeszcze w czymś pomóc?"],
      cities: ["Łódź", "Gdynia"], refusal: "Przepraszam, nie mogę w tym pomóc."),
    .ru: Voice(
      names: ["Мария", "Тимур"], regions: ["EU", "APAC"], asides: ["Жду ответа.", "Спасибо!"],
      greetings: ["", "Здравствуйте! "], openings: ["", "Здравствуйте, {name}! "],
      closings: ["", " Могу ли я ещё чем-то помочь?"],
      cities: ["Алматы", "Рига"], refusal: "Извините, я не могу с этим помочь."),
    .tr: Voice(
      names: ["Gülşen", "İbrahim"], regions: ["EU", "MEA"],
      asides: ["Teşekkürler.", "Acil cevap bekliyorum."],
      greetings: ["", "Merhaba, "], openings: ["", "Merhaba {name}, "],
      closings: ["", " Başka bir konuda yardımcı olabilir miyim?"],
      cities: ["İzmir", "Eskişehir"], refusal: "Üzgünüm, bu konuda yardımcı olamam."),
    .ja: Voice(
      names: ["佐藤", "高橋", "伊藤"], regions: ["APAC"], asides: ["よろしくお願いいたします。", "急いでいます。"],
      greetings: ["", "お世話になっております。"], openings: ["", "{name}様、お問い合わせありがとうございます。"],
      closings: ["", "\n\nマーロウィック カスタマーサポート", "ほかにご不明な点がございましたらお知らせください。"],
      cities: ["札幌", "松山"], refusal: "申し訳ありませんが、お手伝いできません。"),
    .zh: Voice(
      names: ["陈", "李"], regions: ["APAC"], asides: ["谢谢！", "很急。"], greetings: ["", "你好，"],
      openings: ["", "感谢您的来信。"], closings: ["", "如还有其他问题，请随时告诉我。"], cities: ["成都", "台中"],
      refusal: "抱歉，我无法协助处理。"),
    .ko: Voice(
      names: ["지민", "현우"], regions: ["APAC"], asides: ["빠른 답변 부탁드려요."], greetings: ["", "안녕하세요. "],
      openings: ["", "안녕하세요, {name} 고객님. "], closings: ["", " 더 궁금하신 점이 있으시면 말씀해 주세요."],
      cities: ["대전"],
      refusal: "죄송하지만 도와드릴 수 없습니다."),
    .ar: Voice(
      names: ["هدى", "يوسف", "ريم"], regions: ["MEA"], asides: ["شكرًا مقدمًا.", "أرجو الرد اليوم."],
      greetings: ["", "السلام عليكم، "], openings: ["", "أهلًا {name}، "],
      closings: ["", " هل هناك شيء آخر أساعدك به؟"],
      cities: ["عمّان", "مسقط"], refusal: "عذرًا، لا أستطيع المساعدة في هذا الطلب."),
    .hi: Voice(
      names: ["सुनीता", "अर्जुन"], regions: ["APAC"], asides: ["धन्यवाद।", "कृपया आज ही जवाब दें।"],
      greetings: ["", "नमस्ते, "], openings: ["", "नमस्ते {name} जी, "],
      closings: ["", " क्या मैं और कुछ मदद कर सकता हूँ?"],
      cities: ["इंदौर", "कोच्चि"], refusal: "क्षमा करें, मैं इसमें मदद नहीं कर सकता।"),
  ]
}
