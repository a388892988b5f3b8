# What `cmake --install` and the Debian packages hold: `programs`, for users, and `development`, the
# libraries and their headers, found by `find_package(newsdex)`.
include(CMakePackageConfigHelpers)

install(FILES corpus/names.yaml DESTINATION ${CMAKE_INSTALL_DATADIR}/newsdex COMPONENT programs)
install(FILES README.md DATES.md LIMITS.md FIGURES.md ARCHITECTURE.md CHANGELOG.md CONTRIBUTING.md NOTICE
  DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT programs)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT programs)
install(DIRECTORY tools/packaging/examples DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT programs)
# The tutorial and the articles it is about, and how to write a name list, beside each other as in the sources.
install(DIRECTORY corpus/articles DESTINATION ${CMAKE_INSTALL_DOCDIR}/corpus COMPONENT programs)
install(FILES tools/tutorial.md DESTINATION ${CMAKE_INSTALL_DOCDIR}/tools COMPONENT programs)
install(FILES indexer/entities/name-lists.md indexer/entities/spelling_variants.txt indexer/entities/role_titles.hpp
  DESTINATION ${CMAKE_INSTALL_DOCDIR}/indexer/entities COMPONENT programs)
install(DIRECTORY tools/packaging/pictures DESTINATION ${CMAKE_INSTALL_DOCDIR}/tools/packaging COMPONENT programs)
# What the documents refer to stands where Debian has it, and where the documents look for it.
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/linked)
file(CREATE_LINK ../../examples ${PROJECT_BINARY_DIR}/linked/examples SYMBOLIC)
file(CREATE_LINK ../../../newsdex/names.yaml ${PROJECT_BINARY_DIR}/linked/names.yaml SYMBOLIC)
install(FILES ${PROJECT_BINARY_DIR}/linked/examples DESTINATION ${CMAKE_INSTALL_DOCDIR}/tools/packaging
  COMPONENT programs)
install(FILES ${PROJECT_BINARY_DIR}/linked/names.yaml DESTINATION ${CMAKE_INSTALL_DOCDIR}/corpus
  COMPONENT programs)

# What a package of Debian's has: who may do what with it, and its own change log.
set(NEWSDEX_MAINTAINER "" CACHE STRING "Whose packages they are, as NAME <ADDRESS>")
if(NOT NEWSDEX_MAINTAINER)
  set(NEWSDEX_MAINTAINER "newsdex maintainers <maintainers@newsdex.invalid>")
endif()
set(newsdex_debian_folder ${PROJECT_BINARY_DIR}/debian)
file(READ NOTICE newsdex_notice)
configure_file(tools/packaging/debian/copyright.in ${newsdex_debian_folder}/copyright @ONLY)
configure_file(tools/packaging/debian/changelog.in ${newsdex_debian_folder}/changelog @ONLY)
execute_process(COMMAND gzip -9nkf ${newsdex_debian_folder}/changelog COMMAND_ERROR_IS_FATAL ANY)
install(FILES ${newsdex_debian_folder}/copyright ${newsdex_debian_folder}/changelog.gz
  DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT programs)
install(FILES ${newsdex_debian_folder}/copyright ${newsdex_debian_folder}/changelog.gz
  DESTINATION ${CMAKE_INSTALL_DOCDIR}-dev COMPONENT development)

set(newsdex_cmake_folder ${CMAKE_INSTALL_LIBDIR}/cmake/newsdex)
install(DIRECTORY include/newsdex DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(EXPORT newsdex NAMESPACE newsdex:: FILE newsdex-targets.cmake DESTINATION ${newsdex_cmake_folder}
  COMPONENT development)
configure_package_config_file(tools/packaging/newsdex-config.cmake.in
  ${PROJECT_BINARY_DIR}/newsdex-config.cmake INSTALL_DESTINATION ${newsdex_cmake_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/newsdex-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/newsdex-config.cmake ${PROJECT_BINARY_DIR}/newsdex-config-version.cmake
  DESTINATION ${newsdex_cmake_folder} COMPONENT development)

# The packages, made by `cpack` in the build folder or by tools/package.
execute_process(COMMAND tools/dependencies --list-libraries WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
  OUTPUT_VARIABLE newsdex_library_packages OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
string(REGEX REPLACE "[ \n]+" ", " newsdex_library_packages "${newsdex_library_packages}")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "${NEWSDEX_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")  # would come before the first line of each description
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL programs development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_NAME newsdex)
set(CPACK_DEBIAN_PROGRAMS_PACKAGE_SUGGESTS "fzf, poppler-utils, xapian-tools")
set(CPACK_DEBIAN_PROGRAMS_DESCRIPTION "search news articles by what was said, who acted, where and when
newsdex-index tokenizes, stems and tags articles (people, platforms,
organisations, places, dates) into an index; newsdex-search answers ranked,
faceted queries with highlighted snippets from a terminal. Works offline.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME newsdex-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "${newsdex_library_packages}")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION "libraries of newsdex, to index and search news articles
Static libraries, headers and the CMake package newsdex, whose targets
newsdex::indexing and newsdex::engine build and search an index.")
include(CPack)
