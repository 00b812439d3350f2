# Embeds the translations as :/i18n/<name>.qm and offers the target update_translations, which refreshes the .ts
# files from the sources (English keeps plurals only).
function(naryad_translations target)
    set(folder ${PROJECT_SOURCE_DIR}/translations)
    foreach(language ru en)
        set(qm ${CMAKE_CURRENT_BINARY_DIR}/i18n/naryad_${language}.qm)
        add_custom_command(OUTPUT ${qm}
            COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/i18n
            COMMAND Qt6::lrelease -silent ${folder}/naryad_${language}.ts -qm ${qm}
            DEPENDS ${folder}/naryad_${language}.ts VERBATIM)
        set_source_files_properties(${qm} PROPERTIES QT_RESOURCE_ALIAS naryad_${language}.qm)
        list(APPEND files ${qm})
    endforeach()
    qt_add_resources(${target} naryad_i18n PREFIX /i18n FILES ${files})
    set(rooms ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/ui ${PROJECT_SOURCE_DIR}/app)
    add_custom_target(update_translations
        COMMAND Qt6::lupdate -silent -no-obsolete -locations none ${rooms} -ts ${folder}/naryad_ru.ts
        COMMAND Qt6::lupdate -silent -no-obsolete -locations none -pluralonly ${rooms} -ts ${folder}/naryad_en.ts
        VERBATIM)
endfunction()
