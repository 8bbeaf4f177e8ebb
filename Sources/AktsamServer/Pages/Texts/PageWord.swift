/// The words of the pages, by the names that templates have for them (`{{t.skip}}`).
///
/// Every language answers for every case, or the module doesn't compile. What stands in braces is filled
/// in: `{count}`.
enum PageWord: String, Sendable, Hashable, CaseIterable {
  // Frame.
  case skip, navigation, navStart, navCompare, navClauses, navSentence, navRules, navAbout,
    languageLabel, footerLocal, stepsLabel, trailFiles, trailMatrix, trailSupplier, trailGaps,
    trailDownload, choose, toCheck, readMore, downloadsTitle, requirementWord, supplierWord,
    suppliersWord, procedureWord, profileWord, stateWord, severityWord, reasonWord, whoWord,
    libraryWord

  // Start.
  case startTitle, startLead, startLocal, startStepFiles, startStepTerms, dropHint, filesLabel,
    folderLabel, filesHelp, profileLabel, profilesWhich, groupingLabel, groupingFolders,
    groupingEach, groupingTogether, startButton, arrangeTitle, arrangeOne, arrangeMany,
    arrangeBuyer, arrangeFormats, uploadChosen, uploadClear, uploadSending, uploadReading,
    uploadFailed, uploadNone, uploadTooLarge, recentTitle, recentEmpty, recentNote

  // Register.
  case registerTitle, registerOpen, registerNone, registerNoneHelp

  // Progress.
  case stateQueued, stateReading, stateDone, stateIncomplete, stateFailed, progressQueued,
    progressLooking, progressReading, progressHelp, progressReload, failedTitle, failedHelp,
    failedAgain, deleteTitle, deleteNote, deleteButton, deleted

  // Procedure.
  case procedureSummary, procedureNext, openNamed, remarksTitle, suppliersTitle, matrixTitle,
    matrixLead, matrixShown, matrixEmpty, filterOutcome, filterLevel, filterStep, filterAll,
    filterStepNamed, filterCheck, filterApply, filterReset, decidedShort, reportDownloads,
    compareHint, zipSeveral, nothingRead, partlyRead, matrixNone, notReadTitle,
    nothingReadTitle, notReadHelp, supplierUnread, gapsUnread

  // Downloads.
  case formatHTML, formatDocx, formatXLSX, formatCSV, formatMarkdown, formatText, formatJSON,
    formatJSONL, formatSARIF, formatOSCAL, useHTML, useDocx, useXLSX, useCSV, useMarkdown,
    useText, useJSON, useJSONL, useSARIF, useOSCAL, maskedDownload

  // Supplier.
  case supplierLead, supplierSection, supplierNext, supplierToGaps, siblings, backToMatrix,
    backToSupplier, toRequirements, previousSupplier, nextSupplier, decisionsTitle,
    decisionsNote, decidedOutcome, machineOutcome, overrideTitle, overrideLead, overrideReason,
    overrideBy, overrideSave, overrideSaved, overrideIncomplete, overrideNotDemanded,
    overrideLink

  // Gaps.
  case gapsTitle, gapsHelp, gapsNoRegister, gapsNext, gapsEmpty, gapDownloads, dialogueTitle,
    dialogueNote, askSupplier, strongAnswer, wordingWord, evidenceWord, deadlineWord,
    actionWord, ownerWord, dueWord, statusWord, noteWord, noteHelp, byWord, saveGap, saved,
    historyTitle, statusOpen, statusAgreed, statusDone, statusClosed, statusReopened, errorBy,
    errorOwner, errorDate, errorPostpone, errorDone, errorClose, errorReopen, errorNoAction,
    errorClosed, errorNothing, errorRegister, replacedAction, historyLine, historyBy,
    eventOpened, eventImproved, eventWorse, eventChanged, eventReopened, eventClosed,
    eventOverridden, eventLapsed, eventAgreed, eventPostponed, eventSettled, eventNoted,
    eventRound

  // Compare.
  case compareTitle, compareLead, compareEarlier, compareLater, compareFromList, compareNone,
    compareFile, compareFormat, compareHere, compareAs, compareButton, compareHelp,
    compareMissing, compareBad, compareGone

  // Clauses.
  case clausesTitle, clausesLead, searchWord, searchButton, allProfiles, clauseCount,
    clausesEmpty, backToClauses, clauseFacts, partMatters, partWording, partQuestion,
    partDialogue, partEvidence, elementsTitle, elementNeeded, elementHelpful, normsTitle,
    normsNone, readNorm, profilesTitle, examplesTitle, examplesNote, nearMiss, tryThis

  // Sentence.
  case sentenceTitle, sentenceLead, sentenceText, sentenceRole, sentenceButton, readingTitle,
    passagesTitle, sentenceNothing, sentenceNoRequirement, sentenceMissing, sentenceTooLong,
    mendWord, factForce, factPolarity, factBearer, factScope, factTime, factHedges,
    factSpecifics, factLanguage, polarityAffirmed, polarityDenied, bearerSupplier,
    bearerSubSupplier, bearerBuyer, bearerNobody, scopeOwn, scopeFirst, scopeNamed, scopeWhole

  // Rules.
  case rulesTitle, rulesLead, rulesEnglish, ruleWord, ruleFinds, backToRules, mattersWord,
    optionsTitle, referencesTitle, exampleReported, exampleUnreported, offByDefault

  // About.
  case aboutTitle, aboutLead, storedTitle, storedFiles, storedFilesNote, storedReports,
    storedReportsNote, storedNoRegister, storedCookies, storedCookiesNote, storedLog,
    storedLogNote, limitsTitle, limitTotal, limitFile, limitFiles, limitTime, judgingTitle,
    judgingNote, meaningMet, meaningWeak, meaningContradicted, meaningMissing,
    meaningNotApplicable, meaningUnread, versionsTitle

  // Login.
  case loginTitle, loginLead, loginToken, loginButton

  // Errors.
  case errorHome, errorNumber, errorNotFound, errorNotFoundHelp, errorRefused, errorRefusedHelp,
    errorTooLarge, errorTooLargeHelp, errorBusy, errorBusyHelp, errorInput, errorInputHelp,
    errorConflict, errorConflictHelp, errorServer, errorServerHelp, errorLogin, errorLoginHelp
}
